import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Select } from '@/ui/field';
import { SearchBox } from '@/ui/search-box';
import type { DealSearch } from '../../deal-search';
import { useAccounts } from '../api/deals';
import { useOwners } from '../api/settings';
import { useStages } from '../model/use-stages';
import { ViewsMenu } from './views-menu';

const TYPING_PAUSE = 250;

interface FilterBarProps {
  search: DealSearch;
  onSearch: (search: DealSearch) => void;
}

/** Search and filters; the address keeps them, so that a view can be bookmarked and sent. */
export function FilterBar({ search, onSearch }: FilterBarProps) {
  const { t } = useTranslation('deals');
  const accounts = useAccounts();
  const owners = useOwners().data?.items ?? [];
  const local = useLocal();
  const { all, nameOf } = useStages();
  const { view, order, ...filter } = search;
  const set = (name: keyof DealSearch, value: string) => {
    const { [name]: _before, ...rest } = search;
    onSearch((value === '' ? rest : { ...rest, [name]: value }) as DealSearch);
  };
  const labelOf = (name: string, option: string) => {
    if (name === 'stage') return nameOf(option);
    if (name === 'owner' && option !== 'mine') {
      const owner = owners.find(({ id }) => id === option);
      return owner === undefined ? option : local(owner.name);
    }
    return t(name === 'period' || name === 'call' ? `${name}.${option}` : `filter.${option}`);
  };
  const choice = (
    name: 'stage' | 'owner' | 'closing' | 'attention' | 'period' | 'call',
    options: readonly string[],
  ) => (
    <Select
      aria-label={t(`filter.${name}`)}
      value={search[name] ?? ''}
      onChange={(event) => set(name, event.target.value)}
      className="w-auto max-md:min-w-0 max-md:flex-1 max-md:basis-[45%]"
    >
      <option value="">{t(`filter.any_${name}`)}</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {labelOf(name, option)}
        </option>
      ))}
    </Select>
  );
  return (
    <search aria-label={t('filter.title')} className="flex flex-wrap items-center gap-2">
      <SlowSearchBox value={search.search ?? ''} onChange={(text) => set('search', text)} />
      <Select
        aria-label={t('filter.client')}
        value={search.client ?? ''}
        onChange={(event) => set('client', event.target.value)}
        className="w-auto max-w-56 max-md:min-w-0 max-md:flex-1 max-md:basis-[45%]"
      >
        <option value="">{t('filter.any_client')}</option>
        {(accounts.data?.items ?? []).map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      {view === 'table' ? choice('stage', all) : null}
      {choice('owner', ['mine', ...owners.slice(1).map(({ id }) => id)])}
      {view === 'analysis' ? (
        choice('period', ['year', 'half', 'quarter'])
      ) : (
        <>
          {choice('closing', ['overdue', 'month', 'quarter'])}
          {choice('attention', ['no_next_step', 'stalled', 'single_contact'])}
          {view === undefined ? null : choice('call', ['commit', 'best_case', 'pipeline', 'omitted'])}
        </>
      )}
      <ViewsMenu search={search} onSearch={onSearch} />
      {Object.keys(filter).length === 0 ? null : (
        <Button
          variant="ghost"
          onClick={() =>
            onSearch({ ...(view === undefined ? {} : { view }), ...(order === undefined ? {} : { order }) })
          }
        >
          <X className="size-4" /> {t('filter.clear')}
        </Button>
      )}
    </search>
  );
}

/** What is typed stands in the box at once and in the address after a pause. */
function SlowSearchBox({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const { t } = useTranslation('deals');
  const [text, setText] = useState(value);
  // Filters cleared, or the browser's back: the box follows the address.
  useEffect(() => setText(value), [value]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing starts the clock
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onChange(text), TYPING_PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <SearchBox label={t('filter.search')} value={text} onChange={setText} className="w-64 max-md:w-full" />
  );
}
