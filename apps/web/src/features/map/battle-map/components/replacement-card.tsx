import { Link } from '@tanstack/react-router';
import type { Opportunity, Tile } from '@tokenholic/contracts';
import { formatMoney, formatPercent } from '@tokenholic/presentation';
import { Crosshair } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { SourceLink } from './source-link';

/** What to offer instead, what it is worth, and what could go wrong. */
export function ReplacementCard({
  clientId,
  useCase,
  tile,
  opportunity,
}: {
  clientId: string;
  useCase: string;
  tile: Tile;
  opportunity: Opportunity;
}) {
  const { t } = useTranslation('map');
  const language = useLanguage();
  const saving = opportunity.clientSaving;
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-2 rounded-card bg-mark p-4 text-mark-ink">
      <p className="flex items-center gap-2 font-medium">
        <Crosshair className="size-4" />
        {t('inspector.replace')}
      </p>
      <p className="flex items-baseline justify-between gap-3 text-lg font-semibold">
        <span>
          {tile.modelName[language]} → {opportunity.replacement.name}
        </span>
        <span className="whitespace-nowrap">{formatMoney(opportunity.valuePerYear, language).text}</span>
      </p>
      <p>{opportunity.reason[language]}</p>
      <p className="text-xs">
        {t('inspector.can_move', {
          share: formatPercent(opportunity.movableShare, language),
          winnability: formatPercent(opportunity.winnability, language),
        })}
        {saving === null
          ? ''
          : ` · ${t(saving >= 0 ? 'inspector.saving' : 'inspector.extra', { value: formatMoney(Math.abs(saving), language).text })}`}
      </p>
      <p className="text-xs">
        {t('inspector.risk')}: {opportunity.risk[language]}
      </p>
      <Link
        to="/clients/$clientId/solutions"
        params={{ clientId }}
        search={{ useCase, tile: tile.key }}
        className="justify-self-start font-medium underline"
      >
        {t('inspector.solution')}
      </Link>
      <ul className="text-2xs">
        {opportunity.sources.map((source) => (
          <li key={source.title} className="truncate">
            <SourceLink source={source} />
          </li>
        ))}
      </ul>
    </section>
  );
}
