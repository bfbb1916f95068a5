import { useQueryClient } from '@tanstack/react-query';
import type { Onlooker } from '@tokenholic/contracts';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useClientRooms } from '@/api/realtime';
import { useSession } from '@/api/session';
import { type Link, linkOf, type Onlookers, others } from './presence';

/** An event reaches the browser a moment before the workspace has read it. */
const FIRST_LOOK = 60;
const SECOND_LOOK = 600;
/** One socket joins at most so many rooms; clients further down come with the half-minute refresh. */
const ROOMS = 60;

const subscribe = (listener: () => void) => {
  for (const event of ['online', 'offline']) addEventListener(event, listener);
  return () => {
    for (const event of ['online', 'offline']) removeEventListener(event, listener);
  };
};

interface LiveOptions {
  /** Rooms of clients and of one's own organisation, the most important first. */
  rooms: readonly string[];
  /** The client on the screen. */
  looking: string | null;
  /** Whether the last request could not reach the server. */
  unreachable: boolean;
}

/** Looks again when something happened in one of these rooms. Says how it learns of news, and who else looks at what. */
export function useLive({ rooms, looking, unreachable }: LiveOptions): { link: Link; onlookers: Onlookers } {
  const client = useQueryClient();
  const me = useSession().data?.user.id;
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  const [people, setPeople] = useState<Onlookers>({});
  const timers = useRef<number[]>([]);
  const onEvent = useCallback(() => {
    for (const timer of timers.current) window.clearTimeout(timer);
    const look = () => void client.invalidateQueries({ queryKey: ['copilot'] });
    timers.current = [FIRST_LOOK, SECOND_LOOK].map((wait) => window.setTimeout(look, wait));
  }, [client]);
  const onPresence = useCallback((room: string | null, found: Onlooker[]) => {
    setPeople((known) => (room === null ? {} : { ...known, [room]: found }));
  }, []);
  useEffect(
    () => () => {
      for (const timer of timers.current) window.clearTimeout(timer);
    },
    [],
  );
  const live = useClientRooms([...new Set(rooms)].slice(0, ROOMS).sort().join(','), onEvent, {
    looking,
    onPresence,
  });
  return { link: linkOf({ live, online, unreachable }), onlookers: others(people, me) };
}
