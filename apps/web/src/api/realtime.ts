import type { EventEnvelope, Onlooker, RealtimeMessage, RealtimeRequest } from '@tokenholic/contracts';
import { useEffect, useRef, useState } from 'react';

const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;
/** The server forgets who was not heard of for 45 seconds. */
const LOOK_AGAIN = 20_000;

/** Listens to a client's events: reconnects by itself and resumes from the last position seen. Says whether it is live. */
export function useClientRoom(clientId: string, onEvent: (event: EventEnvelope) => void): boolean {
  return useClientRooms(clientId, onEvent);
}

export interface PresenceOptions {
  /** The client on the screen, which others see; null: none. */
  looking: string | null;
  /** Told who looks at a room whenever that changes; nobody when the connection is lost. */
  onPresence: (room: string | null, people: Onlooker[]) => void;
}

/**
 * The same for several clients over one socket; `clientIds` are joined by commas, so that an unchanged list is recognised.
 * Live once the first room is joined.
 */
export function useClientRooms(
  clientIds: string,
  onEvent: (event: EventEnvelope) => void,
  presence?: PresenceOptions,
): boolean {
  const [live, setLive] = useState(false);
  const handler = useRef(onEvent);
  handler.current = onEvent;
  const watching = useRef(presence);
  watching.current = presence;
  const open = useRef<WebSocket | null>(null);
  const looking = presence?.looking ?? null;
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
        open.current = socket;
        for (const room of clientIds.split(','))
          say(socket, { type: 'join', room, after: positions.get(room) ?? null });
        say(socket, { type: 'look', room: watching.current?.looking ?? null });
      };
      socket.onmessage = ({ data }) => {
        const message: RealtimeMessage = JSON.parse(String(data));
        if (message.type === 'joined') setLive(true);
        if (message.type === 'presence') watching.current?.onPresence(message.room, message.people);
        if (message.type !== 'event') return;
        positions.set(message.event.organizationId, message.event.position);
        handler.current(message.event);
      };
      socket.onclose = () => {
        open.current = null;
        setLive(false);
        if (closed) return;
        watching.current?.onPresence(null, []);
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
  useEffect(() => {
    const look = (room: string | null) => say(open.current, { type: 'look', room });
    // A tab in the background looks at nothing.
    const tell = () => look(document.visibilityState === 'visible' ? looking : null);
    tell();
    const timer = window.setInterval(tell, LOOK_AGAIN);
    document.addEventListener('visibilitychange', tell);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', tell);
    };
  }, [looking]);
  return live;
}

function say(socket: WebSocket | null, request: RealtimeRequest): void {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(request));
}
