import type { CorpusHit } from '@tokenholic/contracts';
import { formatDate } from '@tokenholic/presentation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { useCorpus } from '../api/findings';
import { StoredPage } from './stored-page';

/** Sentences of the stored pages that answer a question, each with its page beside it. */
export function CorpusSearch({
  clientId,
  question,
  onClose,
}: {
  clientId: string;
  question: string;
  onClose: () => void;
}) {
  const { t } = useTranslation('findings');
  const language = useLanguage();
  const { data, isPending, error, refetch } = useCorpus(clientId, question);
  const [chosen, setChosen] = useState<CorpusHit | null>(null);
  const shown = chosen ?? data?.items[0] ?? null;
  return (
    <section aria-label={t('corpus.title')} className="grid gap-3">
      <Button size="small" className="justify-self-start" onClick={onClose}>
        {t('corpus.back')}
      </Button>
      {isPending ? <Skeleton className="h-64" /> : null}
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 ? <EmptyState title={t('corpus.none')} /> : null}
      {shown === null ? null : (
        <div className="grid grid-cols-[minmax(320px,420px)_minmax(0,1fr)] items-start gap-5 max-lg:grid-cols-[minmax(0,1fr)]">
          <ul className="grid gap-1">
            {(data?.items ?? []).map((hit) => (
              <li key={`${hit.pageId}-${hit.start}`}>
                <button
                  type="button"
                  aria-pressed={hit === shown}
                  onClick={() => setChosen(hit)}
                  className="w-full rounded-control p-3 text-left hover:bg-sunken aria-pressed:bg-sunken"
                >
                  <Marked hit={hit} />
                  <span className="mt-0.5 block truncate text-xs text-ink-3">
                    {hit.pageTitle} {hit.date === null ? '' : formatDate(hit.date, language)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <StoredPage key={`${shown.pageId}-${shown.start}`} clientId={clientId} passages={[shown]} />
        </div>
      )}
    </section>
  );
}

/** A sentence with the words that were looked for in bold. */
function Marked({ hit }: { hit: CorpusHit }) {
  let from = 0;
  const parts = hit.marks.flatMap(({ start, end }) => {
    const piece = [
      { text: hit.text.slice(from, start), strong: false, at: from },
      { text: hit.text.slice(start, end), strong: true, at: start },
    ];
    from = end;
    return piece;
  });
  return (
    <span className="line-clamp-3">
      {[...parts, { text: hit.text.slice(from), strong: false, at: from }].map(({ text, strong, at }) =>
        strong ? <strong key={at}>{text}</strong> : text,
      )}
    </span>
  );
}
