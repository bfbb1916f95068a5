import type { EventEnvelope, RealtimeMessage, RealtimeRequest } from '@tokenholic/contracts';
import { useEffect, useRef, useState } from 'react';

const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;

/** Listens to a client's events: reconnects by itself and resumes from the last position seen. Says whether it is live. */
export function useClientRoom(clientId: string, onEvent: (event: EventEnvelope) => void): boolean {
  return useClientRooms(clientId, onEvent);
}

/**
 * The same for several clients over one socket; `clientIds` are joined by commas, so that an unchanged list is recognised.
 * Live once the first room is joined.
 */
export function useClientRooms(clientIds: string, onEvent: (event: EventEnvelope) => void): boolean {
  const [live, setLive] = useState(false);
  const handler = useRef(onEvent);
  handler.current = onEvent;
  useEffect(() => {
    if (clientIds === '') return;
    let socket: WebSocket | null = null;
    let closed = false;
    let wait = FIRST_WAIT;
    let timer = 0;
    // Each room resumes from what was seen of it: a position of another room would replay what came before it.
    const positions = new Map<string, string>();
    const connect = () => {
      socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws`);
      socket.onopen = () => {
        wait = FIRST_WAIT;
        for (const room of clientIds.split(',')) {
          const join: RealtimeRequest = { type: 'join', room, after: positions.get(room) ?? null };
          socket?.send(JSON.stringify(join));
        }
      };
      socket.onmessage = ({ data }) => {
        const message: RealtimeMessage = JSON.parse(String(data));
        if (message.type === 'joined') setLive(true);
        if (message.type !== 'event') return;
        positions.set(message.event.organizationId, message.event.position);
        handler.current(message.event);
      };
      socket.onclose = () => {
        setLive(false);
        if (closed) return;
        timer = window.setTimeout(connect, wait);
        wait = Math.min(LONGEST_WAIT, wait * 2);
      };
    };
    connect();
    return () => {
      closed = true;
      window.clearTimeout(timer);
      socket?.close();
    };
  }, [clientIds]);
  return live;
}
