import type { Deal } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { useAllowed } from '@/api/session';
import { Button } from '@/ui/button';
import { isOpen } from '../model/overdue';
import { useMove } from '../model/use-move';
import { useStages } from '../model/use-stages';
import { CloseDialog } from './close-dialog';

/** The way of the deal; a stage is pressed to go there. */
export function StagePath({ deal }: { deal: Deal }) {
  const { t } = useTranslation('deals');
  const allowed = useAllowed('deal.write');
  const { move, closing, setClosing, busy } = useMove();
  const { open, all, nameOf } = useStages();
  const reached = all.indexOf(deal.stage);
  // A stage that is no longer used is shown for as long as the deal stands there.
  const shown = reached < 0 ? [...open, deal.stage] : open;
  const daysHere = Math.floor((Date.now() - Date.parse(deal.stageSince)) / 86_400_000);
  return (
    <section aria-label={t('path.title')} className="flex flex-wrap items-center gap-3">
      <ol className="flex min-w-0 flex-1 gap-1 overflow-x-auto rounded-card max-md:basis-full">
        {shown.map((stage, index) => (
          <li key={stage} className="min-w-24 flex-1">
            <button
              type="button"
              aria-current={stage === deal.stage ? 'step' : undefined}
              disabled={!allowed || busy || stage === deal.stage}
              onClick={() => move(deal, stage)}
              className={`h-9 w-full rounded-control px-2 text-xs whitespace-nowrap disabled:cursor-default max-md:h-11 ${
                stage === deal.stage
                  ? 'bg-ink font-semibold text-paper'
                  : index < reached
                    ? 'bg-line text-ink hover:bg-line-strong'
                    : 'border border-line bg-surface text-ink-2 hover:bg-sunken'
              }`}
            >
              {nameOf(stage)}
              {stage === deal.stage ? ` · ${t('path.days', { count: daysHere })}` : ''}
            </button>
          </li>
        ))}
      </ol>
      {isOpen(deal) ? (
        <>
          <Button variant="mark" disabled={!allowed || busy} onClick={() => move(deal, 'won')}>
            {t('close.do_won')}
          </Button>
          <Button variant="danger" disabled={!allowed || busy} onClick={() => move(deal, 'lost')}>
            {t('close.do_lost')}
          </Button>
        </>
      ) : (
        <p className="font-semibold">{t('path.closed', { stage: nameOf(deal.stage) })}</p>
      )}
      {closing === null ? null : (
        <CloseDialog deal={closing.deal} to={closing.to} onClose={() => setClosing(null)} />
      )}
    </section>
  );
}
