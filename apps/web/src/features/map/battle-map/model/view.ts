import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { type Filter, filterFromSearch, filterToSearch } from './filter';

export const VIEWS = ['skyline', 'treemap', 'matrix'] as const;
export type View = (typeof VIEWS)[number];

/** Which form of the map is shown and what it is filtered for. Both stand in the address. */
export function useMapView(): {
  view: View;
  filter: Filter;
  setView: (view: View) => void;
  setFilter: (filter: Filter) => void;
} {
  const search = useSearch({ from: '/clients/$clientId/map' });
  const navigate = useNavigate({ from: '/clients/$clientId/map' });
  const filter = useMemo(() => filterFromSearch(search), [search]);
  return {
    view: search.view ?? 'skyline',
    filter,
    setView: (view: View) =>
      void navigate({
        replace: true,
        search: ({ view: _before, ...rest }) => (view === 'skyline' ? rest : { ...rest, view }),
      }),
    setFilter: (next: Filter) =>
      void navigate({
        replace: true,
        search: ({ version, view }) => ({
          ...(version === undefined ? {} : { version }),
          ...(view === undefined ? {} : { view }),
          ...filterToSearch(next),
        }),
      }),
  };
}
