import type { SignInPolicy } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { useSetPolicy } from '../api/account';
import { Refusal } from './fields';
import { Section } from './section';

/** What the organisation asks of how its people sign in. */
export function PolicySection({ policy }: { policy: SignInPolicy }) {
  const { t } = useTranslation('account');
  const set = useSetPolicy();
  return (
    <Section title={t('policy.title')} text={t('policy.text')}>
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          className="size-4"
          checked={policy.administratorsNeedSecondStep}
          disabled={set.isPending}
          onChange={(event) => set.mutate({ administratorsNeedSecondStep: event.target.checked })}
        />
        {t('policy.second_step')}
      </label>
      <Refusal error={set.error} />
    </Section>
  );
}
