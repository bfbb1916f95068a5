import {
  Activity,
  BookOpenText,
  Building2,
  ChartNoAxesGantt,
  CircleHelp,
  Handshake,
  LayoutList,
  Lightbulb,
  MessageCircleQuestion,
  MessagesSquare,
  Settings,
  Stamp,
  Swords,
  Target,
} from 'lucide-react';
import { useSession } from '@/api/session';

/** The wings of the product, in the order of a client's life: rail and ⌘K show the same list; the tab bar of a phone has room for what is used on the way, search and the menu have the rest. */
export const PLACES = [
  { to: '/copilot', icon: LayoutList, label: 'nav.copilot', onPhone: true },
  { to: '/approvals', icon: Stamp, label: 'nav.approvals', onPhone: true },
  { to: '/', icon: Building2, label: 'nav.map', onPhone: true },
  { to: '/portfolio', icon: ChartNoAxesGantt, label: 'nav.portfolio', onPhone: false },
  { to: '/battlecards', icon: Swords, label: 'nav.battlecards', onPhone: false },
  { to: '/deals', icon: Handshake, label: 'nav.deals', onPhone: true },
  { to: '/solutions', icon: Lightbulb, label: 'nav.solutions', onPhone: false },
  { to: '/objections', icon: MessageCircleQuestion, label: 'nav.objections', onPhone: false },
  { to: '/roleplay', icon: MessagesSquare, label: 'nav.roleplay', onPhone: false },
  { to: '/knowledge', icon: BookOpenText, label: 'nav.knowledge', onPhone: false },
  { to: '/performance', icon: Target, label: 'nav.performance', onPhone: false },
  { to: '/settings', icon: Settings, label: 'nav.settings', onPhone: false },
  { to: '/system', icon: Activity, label: 'nav.system', onPhone: false },
  { to: '/help', icon: CircleHelp, label: 'nav.help', onPhone: false },
] as const;

/** The places one's roles open; none but help for the people of a client. */
export function usePlaces(): readonly (typeof PLACES)[number][] {
  const { data } = useSession();
  return data?.user.permissions.includes('client.read') === false
    ? PLACES.filter(({ to }) => to === '/help')
    : PLACES;
}

/** Whether a place is the one a path belongs to; a client's own pages belong to the map. */
export function isHere(path: string, to: string): boolean {
  return to === '/'
    ? path === '/' || path.startsWith('/clients') || path === '/import'
    : path.startsWith(to) ||
        (to === '/deals' && (path.startsWith('/contacts') || path.startsWith('/personas')));
}
