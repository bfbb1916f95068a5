import { Link } from '@tanstack/react-router';
import type { SimilarDeal } from '@tokenholic/contracts';
import { formatMoney, formatPercent } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { ErrorState, Skeleton } from '@/ui/states';
import { useSimilar } from '../api/analysis';
import { useStages } from '../model/use-stages';

/** Deals most like this one, why, and how they ended. */
export function SimilarDeals({ dealId }: { dealId: string }) {
  const { t } = useTranslation('deals');
  const similar = useSimilar(dealId);
  const items = similar.data?.items ?? [];
  const closed = items.filter(({ stage }) => stage === 'won' || stage === 'lost');
  const won = closed.filter(({ stage }) => stage === 'won').length;
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-2" aria-label={t('similar.title')}>
      <h2 className="font-semibold">{t('similar.title')}</h2>
      {similar.isPending ? <Skeleton className="h-24" /> : null}
      {similar.isError ? <ErrorState error={similar.error} onRetry={() => void similar.refetch()} /> : null}
      {similar.isSuccess && items.length === 0 ? <p className="text-ink-2">{t('similar.none')}</p> : null}
      {closed.length === 0 ? null : (
        <p className="text-xs text-ink-2">{t('similar.ended', { won, count: closed.length })}</p>
      )}
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-2">
        {items.map((one) => (
          <li key={one.id} className="rounded-card border border-line bg-surface p-3">
            <Similar deal={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Similar({ deal }: { deal: SimilarDeal }) {
  const { t } = useTranslation('deals');
  const language = useLanguage();
  const local = useLocal();
  const { nameOf } = useStages();
  const tone = deal.stage === 'won' ? 'text-ok' : deal.stage === 'lost' ? 'text-danger' : 'text-ink-2';
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <p className="flex items-baseline gap-2">
        <Link
          to="/deals/$dealId"
          params={{ dealId: deal.id }}
          className="min-w-0 flex-1 truncate font-medium underline"
        >
          {deal.title}
        </Link>
        <span className={`text-xs font-semibold whitespace-nowrap ${tone}`}>{nameOf(deal.stage)}</span>
      </p>
      <p className="text-xs text-ink-2">
        {deal.clientName} · {formatMoney(deal.amountCny, language).text} ·{' '}
        {t('similar.alike', { percent: formatPercent(deal.score, language) })}
        {deal.reason === null ? '' : ` · ${t(`reason.${deal.reason}`)}`}
        {deal.buyerReason === null
          ? ''
          : ` · ${t('close.buyer_says', { reason: t(`reason.${deal.buyerReason}`) })}`}
      </p>
      <ul className="flex flex-wrap gap-1">
        {deal.why.map((why) => (
          <li key={why.en} className="rounded-tile bg-sunken px-1.5 text-2xs text-ink-2">
            {local(why)}
          </li>
        ))}
      </ul>
    </div>
  );
}
