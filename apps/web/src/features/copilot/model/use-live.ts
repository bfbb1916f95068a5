import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { useClientRooms } from '@/api/realtime';

/** An event reaches the browser a moment before the workspace has read it. */
const FIRST_LOOK = 60;
const SECOND_LOOK = 600;
/** One socket joins at most so many rooms; clients further down come with the half-minute refresh. */
const ROOMS = 60;

/** Looks again when something happened with one of these clients. Says whether the socket is up. */
export function useLive(clientIds: readonly string[]): boolean {
  const client = useQueryClient();
  const timers = useRef<number[]>([]);
  const onEvent = useCallback(() => {
    for (const timer of timers.current) window.clearTimeout(timer);
    const look = () => void client.invalidateQueries({ queryKey: ['copilot'] });
    timers.current = [FIRST_LOOK, SECOND_LOOK].map((wait) => window.setTimeout(look, wait));
  }, [client]);
  useEffect(
    () => () => {
      for (const timer of timers.current) window.clearTimeout(timer);
    },
    [],
  );
  return useClientRooms([...new Set(clientIds)].slice(0, ROOMS).sort().join(','), onEvent);
}
