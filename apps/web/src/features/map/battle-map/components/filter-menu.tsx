import type { BattleMap } from '@tokenholic/contracts';
import { columnOrder } from '@tokenholic/presentation';
import { ListFilter } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { Menu, type MenuEntry } from '@/ui/menu';
import { CONFIDENCE_LEVELS, type Filter, isFiltering, NO_FILTER, toggled } from '../model/filter';

/** The filters that have no place in the legend: confidence and use case. */
export function FilterMenu({
  map,
  filter,
  onFilter,
}: {
  map: BattleMap;
  filter: Filter;
  onFilter: (filter: Filter) => void;
}) {
  const { t } = useTranslation('map');
  const { t: shell } = useTranslation('shell');
  const language = useLanguage();
  const items: MenuEntry[] = [
    ...(isFiltering(filter)
      ? [{ text: t('filter.clear'), checked: false, onSelect: () => onFilter(NO_FILTER) }]
      : []),
    { text: t('filter.confidence') },
    ...CONFIDENCE_LEVELS.map((level) => ({
      text: shell(`confidence.${level}`),
      checked: filter.confidence.includes(level),
      onSelect: () => onFilter({ ...filter, confidence: toggled(filter.confidence, level) }),
    })),
    { text: t('filter.use_case') },
    ...columnOrder(map.useCases).map(({ key, name }) => ({
      text: name[language],
      checked: filter.useCases.includes(key),
      onSelect: () => onFilter({ ...filter, useCases: toggled(filter.useCases, key) }),
    })),
  ];
  const chosen = filter.useCases.length + filter.confidence.length;
  return (
    <Menu
      label={t('filter.more')}
      items={items}
      trigger={
        <Button size="small" variant="ghost" className="max-md:h-11">
          <ListFilter className="size-4" />
          {t('filter.more')}
          {chosen === 0 ? '' : ` · ${chosen}`}
        </Button>
      }
    />
  );
}
