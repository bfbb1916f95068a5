import type { KnowledgeHit } from '@tokenholic/contracts';
import { ExternalLink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { Passage } from './passage';

/** One passage that answers: where it stands, what it says, how much of the question it speaks of. */
export function Hit({ hit, place, open }: { hit: KnowledgeHit; place: number; open: (id: string) => void }) {
  const { t } = useTranslation('knowledge');
  const path = hit.heading.filter((name) => name !== hit.title);
  return (
    <li className="grid gap-2 rounded-card border border-line bg-surface p-4">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="text-xs text-ink-3">{place}</span>
        <Button
          variant="ghost"
          size="small"
          className="-ml-2 h-auto py-1 text-left whitespace-normal"
          onClick={() => open(hit.documentId)}
        >
          <span className="text-base font-semibold text-ink">{hit.title}</span>
        </Button>
        {hit.readOnly ? <span className="text-xs text-ink-2">{t('built_in')}</span> : null}
      </div>
      <p className="flex flex-wrap gap-x-3 text-xs text-ink-2">
        {path.length > 0 ? <span>{path.join(' › ')}</span> : null}
        {hit.page === null ? null : <span>{t('page', { number: hit.page })}</span>}
        {hit.asOf === null ? null : <span>{t('as_of', { date: hit.asOf })}</span>}
        <span>{t('covered', { share: Math.round(hit.covered * 100) })}</span>
        <FoundBy found={hit.found} />
        {hit.origin?.startsWith('http') ? (
          <a
            href={hit.origin}
            target="_blank"
            rel="noreferrer"
            className="inline-flex items-center gap-1 underline"
          >
            {t('source')} <ExternalLink aria-hidden className="size-3" />
          </a>
        ) : null}
      </p>
      <Passage text={hit.text} marks={hit.marks} />
    </li>
  );
}

/** By what it was found: the question's words, its meaning, or both; and whether a reranker placed it. */
function FoundBy({ found }: { found: KnowledgeHit['found'] }) {
  const { t } = useTranslation('knowledge');
  const { words, meaning, reranked } = found;
  return (
    <>
      {words === null ? null : <span>{t('found_words', { place: words })}</span>}
      {meaning === null ? null : (
        <span>
          {t('found_meaning', { place: meaning.place, similarity: Math.round(meaning.similarity * 100) })}
        </span>
      )}
      {reranked ? <span>{t('found_reranked')}</span> : null}
    </>
  );
}
