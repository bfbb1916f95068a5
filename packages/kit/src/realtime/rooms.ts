import {
  type EventEnvelope,
  type RealtimeMessage,
  type RealtimeRequest,
  realtimeRequestSchema,
} from '@tokenholic/contracts';
import type { Database } from '../database/database.ts';
import type { Consumer } from '../events/consumer.ts';
import { formatPosition, type LogPosition, logEnd, parsePosition, readLog } from '../events/log.ts';
import type { Principal } from '../http/principal.ts';
import type { Logger } from '../telemetry/logger.ts';

/** One browser connection, whatever carries it. */
export interface Peer {
  /** Who this is now: somebody taken off a client must not hear of it any longer. Null when signed out. */
  principal(): Promise<Principal | null>;
  send(message: RealtimeMessage): void;
}

export interface Rooms extends Consumer {
  /** Answers one message of a peer. Unreadable text is ignored: a browser tab of an older version may send it. */
  receive(peer: Peer, text: string): Promise<void>;
  leaveAll(peer: Peer): void;
}

const REPLAY_LIMIT = 500;
const BATCH = 200;

/**
 * Fan-out of the event log to browsers: one room a client, resume from the last position seen. `beforeDelivery` sees each
 * event of any process first: what it changes about who may hear holds for this very event.
 */
export async function createRooms(
  database: Database,
  logger: Logger,
  beforeDelivery: (event: EventEnvelope) => void = () => {},
): Promise<Rooms> {
  const rooms = new Map<string, Set<Peer>>();
  let tail: LogPosition = await database.withSystem(({ client }) => logEnd(client));

  const join = async (peer: Peer, room: string, after: string | null) => {
    if (!(await mayHear(peer, room))) return peer.send({ type: 'refused', room });
    const members = rooms.get(room) ?? new Set();
    rooms.set(room, members.add(peer));
    const from = after === null ? null : parsePosition(after);
    if (from !== null) {
      const missed = await database.withSystem(async ({ client, openEvent }) => {
        const events = await readLog(client, { after: from, organizationId: room, limit: REPLAY_LIMIT });
        return Promise.all(events.map(({ envelope }) => openEvent(envelope)));
      });
      for (const event of missed) peer.send({ type: 'event', event });
    }
    peer.send({ type: 'joined', room, position: formatPosition(tail) });
  };
  const leave = (peer: Peer, room: string) => {
    const members = rooms.get(room);
    members?.delete(peer);
    if (members?.size === 0) rooms.delete(room);
  };
  const answer = async (peer: Peer, request: RealtimeRequest) => {
    if (request.type === 'join') await join(peer, request.room, request.after);
    else if (request.type === 'leave') leave(peer, request.room);
    else peer.send({ type: 'pong' });
  };
  /** Null once the keys of its organisation are gone: then nobody is left who could hear of it. */
  const open = async (event: EventEnvelope): Promise<EventEnvelope | null> => {
    if (event.personal === undefined) return event;
    try {
      return await database.withSystem(({ openEvent }) => openEvent(event));
    } catch (error) {
      logger.warn({ err: error, event: event.id }, 'an event could not be opened');
      return null;
    }
  };
  const deliver = async (event: EventEnvelope) => {
    beforeDelivery(event);
    const room = event.organizationId;
    const members = [...(rooms.get(room) ?? [])];
    // Opened once for all who listen, and not at all where nobody does.
    const opened = members.length === 0 ? null : await open(event);
    for (const peer of members) {
      if (await mayHear(peer, room)) {
        if (opened !== null) peer.send({ type: 'event', event: opened });
        continue;
      }
      leave(peer, room);
      peer.send({ type: 'refused', room });
    }
  };
  return {
    receive: async (peer, text) => {
      const parsed = realtimeRequestSchema.safeParse(parseJson(text));
      if (parsed.success) await answer(peer, parsed.data);
      else logger.debug('unreadable realtime message');
    },
    leaveAll: (peer) => {
      for (const room of rooms.keys()) leave(peer, room);
    },
    name: 'rooms',
    step: async () => {
      const batch = await database.withSystem(({ client }) => readLog(client, { after: tail, limit: BATCH }));
      for (const { envelope } of batch) await deliver(envelope);
      tail = batch.at(-1)?.position ?? tail;
      return batch.length === BATCH;
    },
    // A browser that missed something joins again from its last position.
    retry: async () => {},
  };
}

async function mayHear(peer: Peer, room: string): Promise<boolean> {
  return (await peer.principal())?.organizationIds.includes(room) === true;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // answered like any other unreadable message
  }
}
