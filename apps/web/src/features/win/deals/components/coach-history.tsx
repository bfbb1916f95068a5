import type { DealCoach } from '@tokenholic/contracts';
import { formatDateTime } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { useDecideAdvice } from '../api/coach';
import { useSaying } from '../model/use-saying';

interface CoachHistoryProps {
  dealId: string;
  history: DealCoach['history'];
  editable: boolean;
}

/** What people said to earlier advice; what stays away can be called back. */
export function CoachHistory({ dealId, history, editable }: CoachHistoryProps) {
  const { t } = useTranslation('deals');
  const language = useLanguage();
  const local = useLocal();
  const decide = useDecideAdvice(dealId);
  const sayError = useSaying();
  if (history.length === 0) return null;
  const lastOf = new Set<string>();
  const lines = history.map((line) => {
    const last = !lastOf.has(line.kind);
    lastOf.add(line.kind);
    return { line, last };
  });
  return (
    <details>
      <summary className="min-h-7 cursor-pointer text-xs text-ink-2 max-md:min-h-11">
        {t('coach.history', { count: history.length })}
      </summary>
      <ul className="grid gap-1 pt-1 text-xs">
        {lines.map(({ line, last }) => (
          <li key={line.id} className="flex flex-wrap items-center gap-2">
            <span className="font-medium">{t(`advice.${line.kind}`)}</span>
            <span className="text-ink-2">
              {t(`coach.said.${line.decision}`)}
              {line.until === null ? '' : ` ${line.until}`}
              {line.reason === '' ? '' : ` · ${line.reason}`}
            </span>
            <span className="text-ink-3">
              {local(line.by)} · {formatDateTime(line.at, language)}
            </span>
            {editable && last && line.decision !== 'reopened' ? (
              <Button
                size="small"
                variant="ghost"
                disabled={decide.isPending}
                onClick={() =>
                  decide.mutate(
                    { kind: line.kind, decision: 'reopened', reason: '', until: null },
                    { onError: sayError },
                  )
                }
              >
                {t('coach.reopen')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
