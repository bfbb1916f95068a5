import { Sparkles } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { EngineLabel } from '@/ui/confidence';
import { ErrorState, Skeleton } from '@/ui/states';
import { useDaySummary } from '../api/workspace';
import { shortAgo } from '../model/moments';

interface SummaryCardProps {
  now: Date;
  /** Shows the events that a sentence rests on. */
  onEvidence: (clientId: string, eventIds: readonly string[]) => void;
}

/** What happened since the person was last here; every sentence leads to its events. */
export function SummaryCard({ now, onEvidence }: SummaryCardProps) {
  const { t } = useTranslation('copilot');
  const language = useLanguage();
  const summary = useDaySummary();
  if (summary.isError) return <ErrorState error={summary.error} onRetry={() => void summary.refetch()} />;
  if (summary.data === undefined) return <Skeleton className="h-48 rounded-card" />;
  const { since, sentences, engine, moved, waiting, atRisk } = summary.data;
  const figures = [
    [moved, 'summary.moved'],
    [waiting, 'summary.waiting'],
    [atRisk, 'summary.at_risk'],
  ] as const;
  return (
    <section
      aria-label={t('summary.title')}
      className="grid gap-3 rounded-card border border-transparent bg-[#10201c] p-4 text-[#f1f4f1] dark:border-line-strong dark:bg-surface"
    >
      <h2 className="flex items-center gap-2 font-semibold">
        <span className="grid size-5 place-items-center rounded-tile bg-mark text-mark-ink">
          <Sparkles className="size-3.5" aria-hidden />
        </span>
        {t('summary.since', { ago: shortAgo(since, now, language) })}
      </h2>
      {sentences.length === 0 ? <p className="text-base">{t('summary.quiet')}</p> : null}
      <ul className="grid gap-1.5">
        {sentences.map(({ text, clientId, eventIds }) => (
          <li key={eventIds.join()}>
            <button
              type="button"
              onClick={() => onEvidence(clientId, eventIds)}
              className="text-left text-base underline decoration-[#7d8a84] decoration-dotted underline-offset-4 hover:decoration-solid focus-visible:outline-[#d6f24b]"
            >
              {text}
              <span className="ml-1 text-2xs whitespace-nowrap text-[#b9c4be]">
                {t('summary.events', { count: eventIds.length })}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <dl className="grid grid-cols-3 gap-2">
        {figures.map(([figure, label]) => (
          <div key={label} className="flex flex-col-reverse">
            <dt className="text-2xs text-[#b9c4be]">{t(label)}</dt>
            <dd className="text-2xl font-semibold">{figure}</dd>
          </div>
        ))}
      </dl>
      <p className="justify-self-start">
        <EngineLabel engine={engine} />
      </p>
    </section>
  );
}
