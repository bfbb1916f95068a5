import type { BattleMap } from '@tokenholic/contracts';
import { formatPercent, groups } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Glyph } from '@/ui/glyph';
import { type Filter, toggled } from '../model/filter';
import { FilterMenu } from './filter-menu';

/** Families of providers with their shares; choosing some dims the rest. */
export function Legend({
  map,
  filter,
  onFilter,
}: {
  map: BattleMap;
  filter: Filter;
  onFilter: (filter: Filter) => void;
}) {
  const { t } = useTranslation('map');
  const language = useLanguage();
  const chip =
    'inline-flex shrink-0 items-center gap-1.5 rounded-tile px-1.5 py-1 hover:bg-sunken aria-pressed:bg-sunken aria-pressed:font-medium max-md:min-h-11 max-md:border max-md:border-line max-md:bg-surface max-md:px-2.5';
  return (
    <fieldset className="-mx-1.5 mt-4 flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 max-md:mx-0 max-md:flex-nowrap max-md:overflow-x-auto max-md:pb-1">
      <legend className="sr-only">{t('legend.label')}</legend>
      {map.totals.shares.map(({ group, share }) => (
        <button
          key={group}
          type="button"
          aria-pressed={filter.groups.includes(group)}
          onClick={() => onFilter({ ...filter, groups: toggled(filter.groups, group) })}
          className={chip}
        >
          <Glyph group={group} />
          {groups[group].name[language]}
          <span className="text-ink-3">{formatPercent(share, language)}</span>
        </button>
      ))}
      <button
        type="button"
        aria-pressed={filter.onlyOpportunities}
        onClick={() => onFilter({ ...filter, onlyOpportunities: !filter.onlyOpportunities })}
        className={chip}
      >
        <span aria-hidden className="size-4 rounded-tile border-[3px] border-mark bg-[#10201c]" />
        {t('legend.only_opportunities')}
      </button>
      <FilterMenu map={map} filter={filter} onFilter={onFilter} />
      <span className="inline-flex items-center gap-1.5 px-1.5 text-ink-3 max-md:hidden">
        <span aria-hidden className="hatch size-4 rounded-tile bg-[#838e89]" />
        {t('legend.hatched')}
      </span>
      <span className="inline-flex items-center gap-1.5 px-1.5 text-ink-3 max-md:hidden">
        <span
          aria-hidden
          className="h-4 w-2 border-y border-ink-3 bg-[linear-gradient(var(--ink-3),var(--ink-3))] bg-[length:1px_100%] bg-center bg-no-repeat"
        />
        {t('legend.whisker')}
      </span>
    </fieldset>
  );
}
