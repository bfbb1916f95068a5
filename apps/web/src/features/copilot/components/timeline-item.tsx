import type { ProviderGroup, TimelineEntry, WorkTask } from '@tokenholic/contracts';
import { groups } from '@tokenholic/presentation';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/api/session';
import { useLanguage, useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { ShareBar } from '@/ui/share-bar';
import { clock } from '../model/moments';
import { Context } from './context';
import { KindIcon } from './kind-icon';

interface TimelineItemProps {
  clientId: string;
  entry: TimelineEntry;
  others: TimelineEntry[];
  marked: boolean;
  task: WorkTask | null;
  onTask: (task: WorkTask) => void;
}

/** A card for what asks for an answer, a line for routine; both open up to the whole event. */
export function TimelineItem({ clientId, entry, others, marked, task, onTask }: TimelineItemProps) {
  const { t } = useTranslation('copilot');
  const local = useLocal();
  const [open, setOpen] = useState(false);
  const card = entry.form === 'card';
  const expand = (
    <button
      type="button"
      aria-expanded={open}
      aria-label={t(open ? 'timeline.fold' : 'timeline.expand', { title: local(entry.title) })}
      onClick={() => setOpen(!open)}
      className="grid size-6 shrink-0 place-items-center rounded-control text-ink-3 hover:bg-sunken max-md:size-11"
    >
      <ChevronDown className={`size-3.5 ${open ? 'rotate-180' : ''}`} />
    </button>
  );
  return (
    <li id={`event-${entry.id}`} className="grid grid-cols-[28px_minmax(0,1fr)] gap-x-4">
      <span className="z-10 mt-1 grid size-7 place-items-center rounded-full border border-line bg-surface text-ink-2">
        <KindIcon kind={entry.kind} className="size-3.5" />
      </span>
      <div
        className={
          card
            ? `grid gap-1.5 rounded-card border bg-surface p-4 ${marked ? 'border-ink outline-2 outline-mark' : 'border-line'}`
            : `grid gap-1 rounded-control px-1 py-1.5 ${marked ? 'bg-mark-soft' : ''}`
        }
      >
        <div className="flex items-center gap-2">
          {card ? <span className="text-xs font-medium text-info">{t(`kind.${entry.kind}`)}</span> : null}
          {card ? null : (
            <span className="min-w-0 flex-1 text-ink-2">
              {local(entry.title)}
              {others.length > 0 ? (
                <span className="ml-1.5 text-2xs text-ink-3">×{others.length + 1}</span>
              ) : null}
            </span>
          )}
          <By actor={entry.actor} />
          <time dateTime={entry.occurredAt} className="ml-auto shrink-0 text-xs text-ink-3">
            {clock(entry.occurredAt)}
          </time>
          {expand}
        </div>
        {card ? <h4 className="text-base font-semibold">{local(entry.title)}</h4> : null}
        <Shares entry={entry} />
        {entry.text === null || (!card && !open) ? null : <p className="text-ink-2">{local(entry.text)}</p>}
        {task === null ? null : (
          <div className="mt-1 flex flex-wrap items-center gap-2 rounded-control bg-mark-soft p-2">
            <span className="min-w-0 flex-1 font-medium">{local(task.title)}</span>
            <Button size="small" variant="primary" onClick={() => onTask(task)}>
              {t('task.answer')}
            </Button>
          </div>
        )}
        {open ? <Context clientId={clientId} entry={entry} others={others} /> : null}
      </div>
    </li>
  );
}

/** Who acted; nothing when the system did so by itself. */
function By({ actor }: { actor: string }) {
  const language = useLanguage();
  const { data: session } = useSession();
  const people = session === undefined ? [] : [session.user, ...session.demoUsers];
  const person = people.find(({ id }) => id === actor);
  return person === undefined ? null : <span className="text-2xs text-ink-3">{person.name[language]}</span>;
}

const isGroup = (name: string): name is ProviderGroup => Object.hasOwn(groups, name);

function Shares({ entry: { shares } }: { entry: TimelineEntry }) {
  const known = (shares ?? []).flatMap(({ group, share }) =>
    isGroup(group) ? [{ group, share, tokens: 0 }] : [],
  );
  return known.length === 0 ? null : <ShareBar shares={known} />;
}
