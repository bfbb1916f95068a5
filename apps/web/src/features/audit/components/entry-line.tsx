import type { AuditEntry } from '@tokenholic/contracts';
import { formatDateTime } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { useAuditNames } from '@/i18n/audit-names';
import { changesOf } from '../model/changes';

/** One entry: who, what, to what, why, and each field before and after. */
export function EntryLine({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation('audit');
  const language = useLanguage();
  const names = useAuditNames();
  const { place, action, subject, actor, actorName, occurredAt, reason } = entry;
  const changes = changesOf(entry.before, entry.after);
  const who = actorName?.[language] ?? (actor === 'system' ? t('system') : actor);
  return (
    <li className="grid gap-1 border-b border-line py-3 last:border-none">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <span className="tabular-nums text-ink-3">#{place}</span>
        <span className="font-medium">{names.action(action)}</span>
        <code className="text-2xs text-ink-3">{action}</code>
        <span className="min-w-0 break-all">{who}</span>
        <time dateTime={occurredAt} className="text-xs text-ink-3 md:ml-auto">
          {formatDateTime(occurredAt, language)}
        </time>
      </p>
      <p className="text-xs break-all text-ink-3">{t('subject', { subject })}</p>
      {reason === null ? null : <p className="text-ink-2">{t('reason', { reason })}</p>}
      {changes.length === 0 ? null : (
        <details className="text-xs">
          <summary className="cursor-pointer py-1 text-ink-2">
            {t('change', { count: changes.length })}
          </summary>
          <dl className="grid gap-2 py-1">
            {changes.map(({ field, before, after }) => (
              <div key={field} className="grid gap-0.5 md:grid-cols-[160px_1fr]">
                <dt className="text-ink-3">{field === '' ? t('value') : field}</dt>
                <dd className="min-w-0 break-words whitespace-pre-wrap">
                  {before === null ? null : <del className="mr-2 text-ink-3">{before}</del>}
                  {after === null ? null : <ins className="font-medium no-underline">{after}</ins>}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </li>
  );
}
