import type { ApprovalQuestion } from '@tokenholic/contracts';
import { formatDateTime } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { useRoute } from '../api';

/** Whom a request would go to, before it is made. */
export function RoutePreview({ question }: { question: ApprovalQuestion }) {
  const { t } = useTranslation('approvals');
  const language = useLanguage();
  const { data } = useRoute(question);
  if (data === undefined) return null;
  return (
    <p className="rounded-card bg-sunken p-3 text-ink-2" aria-live="polite">
      {data.ruleId === null
        ? t('preview.free')
        : t('preview.steps', {
            risk: t(`risk.${data.risk}`),
            steps: data.steps
              .map(({ role, dueAt }) =>
                dueAt === null
                  ? t(`role.${role}`)
                  : t('preview.step', { role: t(`role.${role}`), at: formatDateTime(dueAt, language) }),
              )
              .join(' → '),
          })}
    </p>
  );
}
