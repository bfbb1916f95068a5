import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { ErrorState, Skeleton } from '@/ui/states';
import { usePage } from '../../battle-map/api/map';

interface Passage {
  pageId: string;
  pageTitle: string;
  url: string | null;
  start: number;
  end: number;
}

/** A page as it was stored, opened at the passage; several passages are walked through. */
export function StoredPage({ clientId, passages }: { clientId: string; passages: readonly Passage[] }) {
  const { t } = useTranslation('findings');
  const [index, setIndex] = useState(0);
  const passage = passages[index];
  if (passage === undefined) return null;
  return (
    <section className="grid gap-3 rounded-card border border-line bg-surface p-4">
      <header className="flex flex-wrap items-center gap-2">
        <div className="min-w-0 flex-1">
          <h3 className="truncate font-semibold">{passage.pageTitle}</h3>
          {passage.url === null ? null : (
            <a
              href={passage.url}
              target="_blank"
              rel="noreferrer noopener"
              className="text-xs text-info underline"
            >
              {t('page.original')}
            </a>
          )}
        </div>
        {passages.length < 2 ? null : (
          <>
            <span className="text-xs text-ink-3">
              {t('page.passage', { number: index + 1, total: passages.length })}
            </span>
            <Button
              size="icon"
              variant="ghost"
              aria-label={t('page.previous')}
              disabled={index === 0}
              onClick={() => setIndex(index - 1)}
            >
              <ArrowUp className="size-4" />
            </Button>
            <Button
              size="icon"
              variant="ghost"
              aria-label={t('page.next')}
              disabled={index === passages.length - 1}
              onClick={() => setIndex(index + 1)}
            >
              <ArrowDown className="size-4" />
            </Button>
          </>
        )}
      </header>
      <PageText key={`${passage.pageId}-${passage.start}`} clientId={clientId} passage={passage} />
    </section>
  );
}

function PageText({ clientId, passage }: { clientId: string; passage: Passage }) {
  const { t } = useTranslation('findings');
  const page = usePage(clientId, passage.pageId);
  const mark = useRef<HTMLElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const text = page.data?.text ?? '';
  useEffect(() => {
    if (text === '' || mark.current === null || box.current === null) return;
    box.current.scrollTop = mark.current.offsetTop - box.current.offsetTop - box.current.clientHeight / 3;
  }, [text]);
  if (page.isPending) return <Skeleton className="h-64" />;
  if (page.isError) return <ErrorState error={page.error} onRetry={() => void page.refetch()} />;
  return (
    <div
      ref={box}
      role="document"
      aria-label={t('quotes')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard
      tabIndex={0}
      className="max-h-[62dvh] overflow-y-auto text-base leading-7 break-words whitespace-pre-wrap"
    >
      {text.slice(0, passage.start)}
      <mark ref={mark} className="marked">
        {text.slice(passage.start, passage.end)}
      </mark>
      {text.slice(passage.end)}
    </div>
  );
}
