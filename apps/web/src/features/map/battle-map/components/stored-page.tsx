import { Link } from '@tanstack/react-router';
import type { Quote } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { Dialog } from '@/ui/dialog';
import { ErrorState, Skeleton } from '@/ui/states';
import { usePage } from '../api/map';

const AROUND = 1_200;

/** A stored page around a passage, which is marked. */
export function StoredPage({
  clientId,
  quote,
  providerId,
  onClose,
}: {
  clientId: string;
  quote: Quote;
  /** Whose finding the passage belongs to. */
  providerId: string;
  onClose: () => void;
}) {
  const { t } = useTranslation('map');
  const page = usePage(clientId, quote.pageId);
  const text = page.data?.text ?? '';
  return (
    <Dialog open onClose={onClose} title={quote.pageTitle === '' ? t('page.title') : quote.pageTitle}>
      {quote.url === null ? null : (
        <a
          href={quote.url}
          target="_blank"
          rel="noreferrer noopener"
          className="truncate text-info underline"
        >
          {quote.url}
        </a>
      )}
      <Link
        to="/clients/$clientId/findings"
        params={{ clientId }}
        search={{ quote: `${quote.pageId}:${quote.start}:${providerId}` }}
        className="justify-self-start text-info underline"
      >
        {t('page.review')}
      </Link>
      {page.isPending ? <Skeleton className="h-40" /> : null}
      {page.isError ? <ErrorState error={page.error} /> : null}
      {text === '' ? null : (
        <p className="text-base whitespace-pre-wrap">
          {quote.start > AROUND ? '…' : ''}
          {text.slice(Math.max(0, quote.start - AROUND), quote.start)}
          <mark className="marked">{text.slice(quote.start, quote.end)}</mark>
          {text.slice(quote.end, quote.end + AROUND)}
          {text.length > quote.end + AROUND ? '…' : ''}
        </p>
      )}
    </Dialog>
  );
}
