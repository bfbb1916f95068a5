import type { ApprovalMoment } from '@tokenholic/contracts';
import { formatDateTime } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';

/** Who did what, when and why. */
export function History({ moments, detail }: { moments: readonly ApprovalMoment[]; detail: string }) {
  const { t } = useTranslation('approvals');
  const language = useLanguage();
  const local = useLocal();
  return (
    <section className="grid gap-2">
      <h3 className="font-semibold">{t('history')}</h3>
      <ol className="grid gap-3 border-l border-line pl-4">
        {moments.map((moment) => (
          <li key={moment.id} className="grid gap-0.5">
            <span className="flex flex-wrap justify-between gap-x-4">
              <span>
                {moment.by === null ? t('clock') : local(moment.by.name)}
                {moment.onBehalfOf === null ? '' : t('for', { name: local(moment.onBehalfOf) })}{' '}
                {t(`moment.${moment.kind}`)}
              </span>
              <time dateTime={moment.at} className="text-xs text-ink-3">
                {formatDateTime(moment.at, language)}
              </time>
            </span>
            {/* What stands above is not said twice. */}
            {moment.comment === '' || moment.comment === detail ? null : (
              <span className="whitespace-pre-wrap text-ink-2 [overflow-wrap:anywhere]">
                “{moment.comment}”
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
