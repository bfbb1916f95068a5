import type { TimelineEntry } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';
import { ErrorState, Skeleton } from '@/ui/states';
import { useEventContext } from '../api/client';
import { clock } from '../model/moments';

interface ContextProps {
  clientId: string;
  entry: TimelineEntry;
  others: TimelineEntry[];
}

/** An event in full, as the log has it, and those folded under it. */
export function Context({ clientId, entry, others }: ContextProps) {
  const { t } = useTranslation('copilot');
  const local = useLocal();
  const context = useEventContext(clientId, entry.id);
  return (
    <div className="grid gap-2 border-t border-line pt-2 text-xs text-ink-2">
      {others.length === 0 ? null : (
        <ul className="grid gap-0.5">
          {others.map((other) => (
            <li key={other.id} className="flex justify-between gap-3">
              <span>{local(other.title)}</span>
              <time dateTime={other.occurredAt}>{clock(other.occurredAt)}</time>
            </li>
          ))}
        </ul>
      )}
      {context.isError ? <ErrorState error={context.error} onRetry={() => void context.refetch()} /> : null}
      {context.isPending ? <Skeleton className="h-16" /> : null}
      {context.data === undefined ? null : (
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
          <dt className="text-ink-3">{t('timeline.event')}</dt>
          <dd>
            {context.data.topic} · {entry.type} · v{context.data.version}
          </dd>
          {Object.entries(context.data.payload ?? {}).map(([name, value]) => (
            <Fact key={name} name={name} value={value} />
          ))}
        </dl>
      )}
    </div>
  );
}

/** What is long is shown in a box of its own that scrolls. */
function Fact({ name, value }: { name: string; value: unknown }) {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd>
        {text.length > 80 ? (
          <section
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
            tabIndex={0}
            aria-label={name}
            className="max-h-48 overflow-auto rounded-control bg-sunken p-2"
          >
            <pre className="text-2xs whitespace-pre-wrap">{text}</pre>
          </section>
        ) : (
          text
        )}
      </dd>
    </>
  );
}
