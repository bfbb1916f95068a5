import { Link } from '@tanstack/react-router';
import type { SolutionCitation } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/ui/dialog';

/** Where a sentence comes from: the words in their source, with date and way there. */
export function SourceDialog({ citation, close }: { citation: SolutionCitation; close: () => void }) {
  const { t } = useTranslation('solutions');
  const { id, kind, title, heading, page, quote, origin, asOf, documentId } = citation;
  return (
    <Dialog open onClose={close} title={t('source_title', { number: id.slice(1), title })}>
      <p className="flex flex-wrap gap-x-3 text-xs text-ink-2">
        <span>{t(`source_kind.${kind}`)}</span>
        {heading.length > 0 ? <span>{heading.join(' › ')}</span> : null}
        {page === null ? null : <span>{t('page', { number: page })}</span>}
        {asOf === null ? null : <span>{t('as_of', { date: asOf })}</span>}
      </p>
      {quote === '' ? (
        <p className="text-ink-2">{t('no_quote')}</p>
      ) : (
        <blockquote className="border-l-2 border-mark pl-3 whitespace-pre-line">{quote}</blockquote>
      )}
      <p className="flex flex-wrap gap-4">
        {origin?.startsWith('http') ? (
          <a href={origin} target="_blank" rel="noreferrer" className="underline">
            {t('open_source')}
          </a>
        ) : null}
        {documentId === null ? null : (
          <Link to="/knowledge" search={{ q: quote.slice(0, 200) }} className="underline">
            {t('open_knowledge')}
          </Link>
        )}
      </p>
    </Dialog>
  );
}
