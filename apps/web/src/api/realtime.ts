import type { EventEnvelope, RealtimeMessage, RealtimeRequest } from '@tokenholic/contracts';
import { useEffect, useRef, useState } from 'react';

const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;

/** Listens to a client's events: reconnects by itself and resumes from the last position seen. Says whether it is live. */
export function useClientRoom(clientId: string, onEvent: (event: EventEnvelope) => void): boolean {
  const [live, setLive] = useState(false);
  const handler = useRef(onEvent);
  handler.current = onEvent;
  useEffect(() => {
    let socket: WebSocket | null = null;
    let closed = false;
    let wait = FIRST_WAIT;
    let position: string | null = null;
    let timer = 0;
    const connect = () => {
      socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws`);
      socket.onopen = () => {
        wait = FIRST_WAIT;
        const join: RealtimeRequest = { type: 'join', room: clientId, after: position };
        socket?.send(JSON.stringify(join));
      };
      socket.onmessage = ({ data }) => {
        const message: RealtimeMessage = JSON.parse(String(data));
        if (message.type === 'joined') setLive(true);
        if (message.type !== 'event') return;
        position = message.event.position;
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
  }, [clientId]);
  return live;
}
