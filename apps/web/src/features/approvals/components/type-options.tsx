import type { ApprovalType } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';

/** The choices of a select of types. */
export function TypeOptions({ types }: { types: readonly ApprovalType[] }) {
  const { t } = useTranslation('approvals');
  return types.map((one) => (
    <option key={one} value={one}>
      {t(`type.${one}`)}
    </option>
  ));
}
