import type { ClientFilter } from '@tokenholic/contracts';
import { useState } from 'react';
import { useSession } from '@/api/session';
import { storedWorkspaceView, storeWorkspaceView } from '@/preferences/preferences';
import { useCounts } from '../api/workspace';
import { ROLE_VIEWS, type RoleViewName, roleView, roleViewOf, startingFilter } from './role-view';

/** The view of one's role, or the one chosen last, and what the list shows: the view's own filter until it is changed. */
export function useRoleView() {
  const roles = useSession().data?.user.roles ?? [];
  const counts = useCounts().data;
  const [chosen, setChosen] = useState<RoleViewName | null>(
    () => ROLE_VIEWS.find((name) => name === storedWorkspaceView()) ?? null,
  );
  const [own, setFilter] = useState<ClientFilter | null>(null);
  const view = roleView(chosen ?? roleViewOf(roles));
  const setView = (name: RoleViewName) => {
    storeWorkspaceView(name === roleViewOf(roles) ? null : name);
    setChosen(name);
    setFilter(null);
  };
  return { view, setView, filter: own ?? startingFilter(view, counts), setFilter };
}
