import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Deal } from '@tokenholic/contracts';
import { formatDate } from '@tokenholic/presentation';
import { FileAudio, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClientRoom } from '@/api/realtime';
import { useAllowed } from '@/api/session';
import { useLanguage, useLocal } from '@/i18n';
import { usePageTitle } from '@/shell/page-title';
import { Button, buttonLook } from '@/ui/button';
import { ErrorState, Skeleton } from '@/ui/states';
import { useDeal } from '../api/deals';
import { formatAmount } from '../model/amount';
import { isOpen, isOverdue } from '../model/overdue';
import { CoachCard } from './coach-card';
import { CustomFacts } from './custom-facts';
import { DealApproval } from './deal-approval';
import { DealDialog } from './deal-dialog';
import { DealFiles } from './deal-files';
import { DealPeople } from './deal-people';
import { DealSteps } from './deal-steps';
import { LogForm } from './log-form';
import { Moments } from './moments';
import { NotesDialog } from './notes-dialog';
import { SimilarDeals } from './similar-deals';
import { StagePath } from './stage-path';

const route = getRouteApi('/deals/$dealId');

export function DealRoute() {
  const { dealId } = route.useParams();
  const deal = useDeal(dealId);
  if (deal.isError)
    return (
      <div className="p-6">
        <ErrorState error={deal.error} onRetry={() => void deal.refetch()} />
      </div>
    );
  if (deal.isPending)
    return (
      <div className="grid gap-4 p-6">
        <Skeleton className="h-10 w-96 max-w-full" />
        <Skeleton className="h-12" />
        <Skeleton className="h-80" />
      </div>
    );
  return <DealScreen key={dealId} deal={deal.data} />;
}

/** One deal: where it stands, who decides, what was said and what comes next. */
function DealScreen({ deal }: { deal: Deal }) {
  const allowed = useAllowed('deal.write') && isOpen(deal);
  const queries = useQueryClient();
  const { t } = useTranslation('deals');
  const [notes, setNotes] = useState(false);
  usePageTitle(deal.title);
  useClientRoom(deal.clientId, ({ topic }) => {
    if (topic === 'deal_events') void queries.invalidateQueries({ queryKey: ['deals'] });
  });
  return (
    <div className="mx-auto grid max-w-[1280px] grid-cols-[minmax(0,1fr)] gap-6 px-6 py-6 max-md:px-4 max-md:py-5">
      <DealHeader deal={deal} editable={allowed} />
      <StagePath deal={deal} />
      {isOpen(deal) ? <DealApproval deal={deal} editable={allowed} /> : null}
      <div className="grid grid-cols-[minmax(0,1fr)_340px] items-start gap-6 max-lg:grid-cols-[minmax(0,1fr)]">
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-6">
          {deal.outcome === null ? null : <Outcome deal={deal} />}
          {isOpen(deal) || deal.outcome === null ? <CoachCard deal={deal} editable={allowed} /> : null}
          {allowed ? <LogForm deal={deal} /> : null}
          {allowed ? (
            <div className="flex flex-wrap gap-2">
              <Button onClick={() => setNotes(true)}>
                <FileAudio className="size-4" /> {t('notes.open')}
              </Button>
              <Link to="/objections" search={{ client: deal.clientId }} className={buttonLook({})}>
                {t('answer_objection')}
              </Link>
            </div>
          ) : null}
          {notes ? <NotesDialog deal={deal} onClose={() => setNotes(false)} /> : null}
          <Moments dealId={deal.id} />
        </div>
        <aside className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-6">
          <DealSteps deal={deal} editable={allowed} />
          <DealPeople deal={deal} editable={allowed} />
          <DealFiles deal={deal} editable={allowed} />
          <Facts deal={deal} />
          <SimilarDeals dealId={deal.id} />
        </aside>
      </div>
    </div>
  );
}

function DealHeader({ deal, editable }: { deal: Deal; editable: boolean }) {
  const { t } = useTranslation('deals');
  const language = useLanguage();
  const local = useLocal();
  const [editing, setEditing] = useState(false);
  const late = isOverdue(deal, new Date());
  return (
    <header className="flex flex-wrap items-end gap-x-8 gap-y-3">
      <div className="grid min-w-0 flex-1 gap-1 max-md:basis-full">
        <p className="flex gap-2 text-xs text-ink-2">
          <Link to="/deals" className="underline">
            {t('title')}
          </Link>
          <span aria-hidden>/</span>
          <Link to="/deals" search={{ client: deal.clientId }} className="truncate underline">
            {deal.clientName}
          </Link>
        </p>
        <h1 className="text-2xl font-semibold text-balance">{deal.title}</h1>
      </div>
      <Figure label={t('field.amount')} value={formatAmount(deal.amountMinor, deal.currency, language)} />
      <Figure
        label={t(late ? 'overdue' : 'field.close_date')}
        value={formatDate(deal.closeDate, language)}
        danger={late}
      />
      <Figure label={t('table.owner')} value={local(deal.ownerName)} />
      {editable ? (
        <Button onClick={() => setEditing(true)}>
          <Pencil className="size-4" /> {t('new.edit_short')}
        </Button>
      ) : null}
      {editing ? <DealDialog deal={deal} onClose={() => setEditing(false)} /> : null}
    </header>
  );
}

function Figure({ label, value, danger = false }: { label: string; value: string; danger?: boolean }) {
  return (
    <p className="grid">
      <span className={`text-2xs ${danger ? 'text-danger' : 'text-ink-3'}`}>{label}</span>
      <span className={`text-lg font-semibold ${danger ? 'text-danger' : ''}`}>{value}</span>
    </p>
  );
}

function Outcome({ deal: { outcome, stage } }: { deal: Deal }) {
  const { t } = useTranslation('deals');
  if (outcome === null) return null;
  return (
    <section className="grid gap-1 rounded-card border border-line bg-surface p-4">
      <h2 className="font-semibold">
        {t(`stage.${stage}`)} · {t(`reason.${outcome.reason}`)}
      </h2>
      {outcome.text === '' ? null : <p>{outcome.text}</p>}
      <p className="text-ink-2">
        {outcome.buyerReason === null
          ? t('close.not_asked')
          : t('close.buyer_says', { reason: t(`reason.${outcome.buyerReason}`) })}
        {outcome.buyerText === '' ? '' : ` ${outcome.buyerText}`}
      </p>
    </section>
  );
}

function Facts({ deal }: { deal: Deal }) {
  const { t } = useTranslation('deals');
  const language = useLanguage();
  const lines = [
    [t('field.products'), deal.products.join(language === 'zh' ? '、' : ', ')],
    [t('field.competitors'), deal.competitors.join(language === 'zh' ? '、' : ', ')],
    [t('field.source'), deal.source],
    [t('field.forecast'), t(`call.${deal.forecast}`)],
    [t('field.discount'), deal.discountPercent === 0 ? '' : `${deal.discountPercent}%`],
    [t('field.created'), formatDate(deal.createdAt, language)],
    [t('field.pushes'), deal.pushes === 0 ? t('field.never') : t('field.times', { count: deal.pushes })],
  ] as const;
  return (
    <section className="grid gap-2">
      <h2 className="font-semibold">{t('facts')}</h2>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
        {lines.map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-ink-3">{label}</dt>
            <dd>{value === '' ? '—' : value}</dd>
          </div>
        ))}
        <CustomFacts of="deal" values={deal.custom} />
      </dl>
    </section>
  );
}
