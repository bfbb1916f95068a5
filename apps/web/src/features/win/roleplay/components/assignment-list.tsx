import type { PracticeAssignment } from '@tokenholic/contracts';
import { formatDate } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/states';
import { useAssignments } from '../api/practice';

interface ListProps {
  busy: boolean;
  begin: (assignment: PracticeAssignment) => void;
  open: (id: string) => void;
}

/** What a manager asked for, with its date. */
export function AssignmentList({ busy, begin, open }: ListProps) {
  const { t } = useTranslation('roleplay');
  const assignments = useAssignments();
  if (assignments.error !== null)
    return <ErrorState error={assignments.error} onRetry={() => void assignments.refetch()} />;
  const items = assignments.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h2 className="font-semibold">{t('assigned.title')}</h2>
      <ul className="grid gap-2">
        {items.map((one) => (
          <li key={one.id} className="grid gap-2 rounded-card border border-line bg-surface p-3">
            <Task assignment={one} />
            {one.doneAt === null ? (
              <Button
                size="small"
                className="justify-self-start max-md:h-11"
                disabled={busy}
                onClick={() => begin(one)}
              >
                {t('assigned.begin')}
              </Button>
            ) : one.sessionId === null ? null : (
              <Button
                size="small"
                variant="ghost"
                className="justify-self-start max-md:h-11"
                onClick={() => open(one.sessionId ?? '')}
              >
                {t('assigned.look')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One assignment in words. */
export function Task({ assignment }: { assignment: PracticeAssignment }) {
  const { t } = useTranslation('roleplay');
  const language = useLanguage();
  const local = useLocal();
  const { scenario, level, customer, by, dueOn, least, note, total, doneAt, overdue } = assignment;
  const due = formatDate(dueOn, language);
  return (
    <div className="grid gap-0.5">
      <p className="font-medium">
        {t(`scenarios.${scenario}.name`)} · {t(`levels.${level}.name`)} · {local(customer)}
      </p>
      <p className="text-xs text-ink-2">
        {doneAt === null ? (
          <span className={overdue ? 'font-medium text-danger' : ''}>
            {t(overdue ? 'assigned.overdue' : 'assigned.due', { date: due })}
          </span>
        ) : (
          <span className="font-medium text-ok">{t('assigned.done')}</span>
        )}
        {' · '}
        {t('assigned.least', { points: least })}
        {total === null ? '' : ` · ${t('assigned.best', { points: total })}`}
        {' · '}
        {t('assigned.by', { name: local(by) })}
      </p>
      {note === '' ? null : <p className="text-xs">{note}</p>}
    </div>
  );
}
