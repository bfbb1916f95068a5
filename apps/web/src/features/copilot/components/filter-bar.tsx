import type { ClientFilter, ClientOrder, LifecycleStage } from '@tokenholic/contracts';
import { SlidersHorizontal } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '@/ui/field';
import { SearchBox } from '@/ui/search-box';
import { useCounts } from '../api/workspace';
import { isNarrowed } from '../model/filter';
import { FilterFields } from './filter-fields';
import { SavedViews } from './saved-views';

const STAGES: readonly (LifecycleStage | null)[] = [null, 'sales', 'onboarding', 'support', 'success'];
const ORDERS: readonly ClientOrder[] = ['attention', 'recent', 'health', 'name'];

interface FilterBarProps {
  filter: ClientFilter;
  onFilter: (filter: ClientFilter) => void;
  searchBox: RefObject<HTMLInputElement | null>;
}

/** Above the list: search, stages with their counts, order, further filters and saved views. */
export function FilterBar({ filter, onFilter, searchBox }: FilterBarProps) {
  const { t } = useTranslation('copilot');
  const counts = useCounts();
  const [more, setMore] = useState(false);
  return (
    <div className="grid gap-2.5 border-b border-line p-3">
      <SearchBox
        ref={searchBox}
        label={t('search')}
        value={filter.search}
        onChange={(search) => onFilter({ ...filter, search })}
      >
        <kbd className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 rounded-tile border border-line px-1 text-2xs text-ink-3 max-md:hidden">
          /
        </kbd>
      </SearchBox>
      <fieldset className="flex gap-1 overflow-x-auto md:flex-wrap">
        <legend className="sr-only">{t('stage.title')}</legend>
        {STAGES.map((stage) => (
          <button
            key={stage ?? 'all'}
            type="button"
            aria-pressed={filter.stage === stage}
            onClick={() => onFilter({ ...filter, stage })}
            className="h-7 shrink-0 rounded-control px-1.5 text-xs text-ink-2 hover:bg-sunken aria-pressed:bg-ink aria-pressed:text-paper max-md:h-11 max-md:px-3"
          >
            {t(`stage.${stage ?? 'all'}`)} {counts.data?.[stage ?? 'all'] ?? ''}
          </button>
        ))}
      </fieldset>
      <div className="flex items-center gap-2">
        <Select
          aria-label={t('order.title')}
          value={filter.order}
          onChange={(event) => {
            const order = ORDERS.find((known) => known === event.target.value);
            if (order !== undefined) onFilter({ ...filter, order });
          }}
          className="h-7 w-auto border-none bg-transparent px-0 text-xs text-ink-2"
        >
          {ORDERS.map((order) => (
            <option key={order} value={order}>
              {t(`order.${order}`)}
            </option>
          ))}
        </Select>
        <button
          type="button"
          aria-expanded={more}
          onClick={() => setMore(!more)}
          className="ml-auto flex h-7 items-center gap-1.5 rounded-control px-1.5 text-xs text-ink-2 hover:bg-sunken max-md:h-11"
        >
          <SlidersHorizontal className="size-3.5" />
          {t('filter.title')}
          {isNarrowed(filter) ? <span className="size-1.5 rounded-full bg-info" /> : null}
        </button>
      </div>
      {more ? (
        <>
          <FilterFields filter={filter} onFilter={onFilter} industries={counts.data?.industries ?? []} />
          <SavedViews filter={filter} onFilter={onFilter} />
        </>
      ) : null}
    </div>
  );
}
