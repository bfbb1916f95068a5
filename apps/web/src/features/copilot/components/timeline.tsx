import type { ClientSummary, TimelineKind, WorkTask } from '@tokenholic/contracts';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { useClientTasks, useTimeline } from '../api/client';
import { dayHeading } from '../model/moments';
import type { Link } from '../model/presence';
import { toDays } from '../model/timeline';
import { LinkState } from './link-state';
import { TimelineItem } from './timeline-item';

interface TimelineProps {
  client: ClientSummary & { kinds: TimelineKind[] };
  link: Link;
  now: Date;
  /** Entries that a sentence of the summary points to. */
  marked: readonly string[];
  onTask: (task: WorkTask) => void;
}

/** Everything that happened with a client, newest first, by day. */
export function Timeline({ client, link, now, marked, onTask }: TimelineProps) {
  const { t } = useTranslation('copilot');
  const language = useLanguage();
  const [kind, setKind] = useState<TimelineKind | null>(null);
  const timeline = useTimeline(client.id, kind);
  const tasks = useClientTasks(client.id);
  const days = toDays(timeline.data?.pages.flatMap((page) => page.items) ?? []);
  return (
    <section aria-label={t('timeline.title')} className="grid gap-3">
      <div className="flex flex-wrap items-center gap-1">
        {[null, ...client.kinds].map((one) => (
          <button
            key={one ?? 'all'}
            type="button"
            aria-pressed={kind === one}
            onClick={() => setKind(one)}
            className="h-8 rounded-control px-2.5 text-ink-2 hover:bg-sunken aria-pressed:bg-ink aria-pressed:text-paper max-md:h-11"
          >
            {t(`kind.${one ?? 'all'}`)}
          </button>
        ))}
        <span className="ml-auto">
          <LinkState link={link} />
        </span>
      </div>
      {timeline.isError ? (
        <ErrorState error={timeline.error} onRetry={() => void timeline.refetch()} />
      ) : null}
      {timeline.isPending ? [0, 1, 2].map((key) => <Skeleton key={key} className="h-20" />) : null}
      {timeline.isSuccess && days.length === 0 ? <EmptyState title={t('timeline.empty')} /> : null}
      {days.map((day) => (
        <div key={day.date.toDateString()} className="grid gap-2">
          <h3 className="pl-11 text-xs text-ink-3">{dayHeading(day.date, now, language)}</h3>
          <ol className="relative grid gap-2 before:absolute before:top-0 before:bottom-0 before:left-3.5 before:w-px before:bg-line">
            {day.entries.map(({ entry, others }) => (
              <TimelineItem
                key={entry.id}
                clientId={client.id}
                entry={entry}
                others={others}
                marked={marked.includes(entry.id)}
                task={tasks.data?.items.find(({ id }) => id === entry.taskId) ?? null}
                onTask={onTask}
              />
            ))}
          </ol>
        </div>
      ))}
      {timeline.hasNextPage ? <More onSeen={() => void timeline.fetchNextPage()} /> : null}
    </section>
  );
}

/** Asks for the next page when it comes into sight. */
function More({ onSeen }: { onSeen: () => void }) {
  const { t } = useTranslation();
  const mark = useRef<HTMLParagraphElement>(null);
  const seen = useRef(onSeen);
  seen.current = onSeen;
  useEffect(() => {
    if (mark.current === null) return;
    const observer = new IntersectionObserver(([sight]) => {
      if (sight?.isIntersecting === true) seen.current();
    });
    observer.observe(mark.current);
    return () => observer.disconnect();
  }, []);
  return (
    <p ref={mark} className="py-4 text-center text-xs text-ink-3">
      {t('state.loading')}
    </p>
  );
}
