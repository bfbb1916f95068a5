import { Activity, Building2, CircleHelp, LayoutList, Settings } from 'lucide-react';

/** The wings of the product, in the order of a client's life: rail, tab bar and ⌘K show the same list. */
export const PLACES = [
  { to: '/copilot', icon: LayoutList, label: 'nav.copilot' },
  { to: '/', icon: Building2, label: 'nav.map' },
  { to: '/settings', icon: Settings, label: 'nav.settings' },
  { to: '/system', icon: Activity, label: 'nav.system' },
  { to: '/help', icon: CircleHelp, label: 'nav.help' },
] as const;

/** Whether a place is the one a path belongs to; a client's own pages belong to the map. */
export function isHere(path: string, to: string): boolean {
  return to === '/' ? path === '/' || path.startsWith('/clients') : path.startsWith(to);
}
