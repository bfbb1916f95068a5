import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';
import { useBattlecards } from '../api/map';
import { Section } from './inspector';
import { SourceLink } from './source-link';

const SHOWN = 3;
const LOOK = {
  alibaba: 'bg-mark text-mark-ink',
  competitor: 'bg-ink text-paper',
  even: 'bg-sunken text-ink-2',
  depends: 'bg-sunken text-ink-2',
} as const;

/** What to say about the competitor that runs a tile, where it appears: strong points of ours first, what has aged marked. */
export function CompetitorPoints({ providerId }: { providerId: string }) {
  const { t } = useTranslation('map');
  const local = useLocal();
  const card = useBattlecards().data?.items.find(({ competitorId }) => competitorId === providerId);
  if (card === undefined) return null;
  return (
    <Section title={t('card.title', { name: local(card.name) })}>
      <ul className="divide-y divide-line rounded-card border border-line">
        {card.points.slice(0, SHOWN).map(({ id, side, dimension, advice, ours, theirs, source, stale }) => (
          <li key={id} className="grid gap-1 p-3">
            <p className="flex flex-wrap items-center gap-2">
              <span className={`rounded-tile px-1.5 py-0.5 text-2xs font-medium ${LOOK[side]}`}>
                {t(`card.side.${side}`)}
              </span>
              <span className="font-medium">{local(dimension)}</span>
            </p>
            <p className="text-ink-2">
              {local(advice ?? (side === 'competitor' ? theirs : ours) ?? dimension)}
            </p>
            <p className="text-2xs text-ink-3">
              {stale ? <span className="mr-2 font-medium text-warn">{t('card.stale')}</span> : null}
              <SourceLink source={source} />
            </p>
          </li>
        ))}
      </ul>
      <Link
        to="/battlecards"
        search={{ competitor: providerId }}
        className="justify-self-start text-info underline"
      >
        {t('card.all', { count: card.points.length })}
      </Link>
    </Section>
  );
}
