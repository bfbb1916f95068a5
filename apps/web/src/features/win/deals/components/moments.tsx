import type { DealMoment } from '@tokenholic/contracts';
import { formatDate, formatDateTime } from '@tokenholic/presentation';
import { CircleDot } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { useMoments } from '../api/deals';
import { formatAmount } from '../model/amount';
import { useStages } from '../model/use-stages';
import { ActivityIcon } from './activity-icon';

/** What happened, newest first. */
export function Moments({ dealId }: { dealId: string }) {
  const { t } = useTranslation('deals');
  const moments = useMoments(dealId);
  const items = (moments.data?.pages ?? []).flatMap((page) => page.items);
  return (
    <section className="grid gap-3">
      <h2 className="font-semibold">{t('moments.title')}</h2>
      {moments.isPending ? <Skeleton className="h-40" /> : null}
      {moments.isError ? <ErrorState error={moments.error} onRetry={() => void moments.refetch()} /> : null}
      {moments.isSuccess && items.length === 0 ? <EmptyState title={t('moments.none')} /> : null}
      <ol className="grid gap-2">
        {items.map((moment) => (
          <li key={moment.id}>
            <Moment moment={moment} />
          </li>
        ))}
      </ol>
      {moments.hasNextPage ? (
        <Button
          className="justify-self-center"
          disabled={moments.isFetchingNextPage}
          onClick={() => void moments.fetchNextPage()}
        >
          {t('table.more')}
        </Button>
      ) : null}
    </section>
  );
}

function Moment({ moment: { at, by, what } }: { moment: DealMoment }) {
  const { t } = useTranslation('deals');
  const language = useLanguage();
  const local = useLocal();
  const when = (
    <span className="text-xs text-ink-3">
      {formatDateTime(at, language)} · {local(by)}
    </span>
  );
  if (what.kind !== 'activity')
    return (
      <p className="flex flex-wrap items-center gap-2 px-1 text-ink-2">
        <CircleDot aria-hidden className="size-3.5" /> <ChangeLine what={what} /> {when}
      </p>
    );
  return (
    <article className="grid gap-1 rounded-card border border-line bg-surface p-3">
      <header className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <ActivityIcon kind={what.activity} />
        <h3 className="font-semibold">{what.subject}</h3>
        <span className="text-xs text-ink-2">
          {t(`activity.${what.activity}`)} · {t(`direction.${what.direction}`)}
          {what.names.length === 0 ? '' : ` · ${what.names.join(language === 'zh' ? '、' : ', ')}`}
        </span>
        <span className="ml-auto">{when}</span>
      </header>
      {what.text === '' ? null : <LongText text={what.text} />}
    </article>
  );
}

function ChangeLine({ what }: { what: Exclude<DealMoment['what'], { kind: 'activity' }> }) {
  const { t } = useTranslation('deals');
  const language = useLanguage();
  const { nameOf } = useStages();
  if (what.kind === 'owner') return t('moments.owner', { from: what.from, to: what.to });
  if (what.kind === 'created') return t('moments.created', { stage: nameOf(what.to) });
  if (what.kind === 'stage') return t('moments.stage', { from: nameOf(what.from), to: nameOf(what.to) });
  if (what.kind === 'close_date')
    return t('moments.close_date', {
      from: formatDate(what.from, language),
      to: formatDate(what.to, language),
    });
  const money = (text: string) => {
    const [minor, currency] = text.split(' ');
    return formatAmount(Number(minor), currency === 'USD' ? 'USD' : 'CNY', language);
  };
  return t('moments.amount', { from: money(what.from), to: money(what.to) });
}

const LONG = 600;

/** A transcript would push everything else off the page: its beginning, and the rest on demand. */
function LongText({ text }: { text: string }) {
  const { t } = useTranslation('deals');
  const [whole, setWhole] = useState(false);
  const long = text.length > LONG;
  return (
    <>
      <p className={`break-words whitespace-pre-wrap ${long && !whole ? 'line-clamp-6' : ''}`}>{text}</p>
      {long ? (
        <button
          type="button"
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
          className="justify-self-start text-xs text-ink-2 underline max-md:min-h-11"
        >
          {t(whole ? 'moments.less' : 'moments.whole')}
        </button>
      ) : null}
    </>
  );
}
