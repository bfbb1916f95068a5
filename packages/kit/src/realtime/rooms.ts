import {
  type EventEnvelope,
  type Permission,
  type RealtimeMessage,
  type RealtimeRequest,
  realtimeRequestSchema,
} from '@tokenholic/contracts';
import type { Database } from '../database/database.ts';
import type { Consumer } from '../events/consumer.ts';
import { formatPosition, type LogPosition, logEnd, parsePosition, readLog } from '../events/log.ts';
import { type ReadOn, readAlone } from '../events/log-window.ts';
import type { Logger } from '../telemetry/logger.ts';
import { type Peer, say, standingOf } from './peer.ts';
import { createPresence, type PresenceOptions } from './presence.ts';
import { topicPermissions } from './topic-permissions.ts';

export interface Rooms extends Consumer {
  /** Answers one message of a peer. Unreadable text is ignored: a browser tab of an older version may send it. */
  receive(peer: Peer, text: string): Promise<void>;
  leaveAll(peer: Peer): void;
  /** Says something to everybody in a room who is allowed it now. */
  tell(room: string, permission: Permission, message: RealtimeMessage): Promise<void>;
  /** Somebody changed whether others see what they look at. */
  reviewPresence(): Promise<void>;
  close(): void;
}

export interface RoomsOptions {
  database: Database;
  logger: Logger;
  /** How the log is read; absent: alone. */
  readOn?: ReadOn;
  /** Sees each event of any process first: what it changes about who may hear holds for this very event. */
  beforeDelivery?: (event: EventEnvelope) => void;
  /** What it takes to say who looks at which client; absent: nobody is told. */
  presence?: Omit<PresenceOptions, 'tell'>;
}

const REPLAY_LIMIT = 500;
const BATCH = 200;

/** Fan-out of the event log to browsers: one room a client, resume from the last position seen. */
export async function createRooms({
  database,
  logger,
  readOn = readAlone(database),
  beforeDelivery,
  presence: presenceOptions,
}: RoomsOptions): Promise<Rooms> {
  const rooms = new Map<string, Set<Peer>>();
  let tail: LogPosition = await database.withSystem(({ client }) => logEnd(client));

  const join = async (peer: Peer, room: string, after: string | null) => {
    const principal = await peer.principal();
    if (principal?.organizationIds.includes(room) !== true) return say(peer, { type: 'refused', room });
    const members = rooms.get(room) ?? new Set();
    rooms.set(room, members.add(peer));
    const from = after === null ? null : parsePosition(after);
    if (from !== null) {
      const allowed = principal.user.permissions;
      const missed = await database.withSystem(async ({ client, openEvent }) => {
        const events = await readLog(client, { after: from, organizationId: room, limit: REPLAY_LIMIT });
        const heard = events.filter(({ envelope }) => allowed.includes(topicPermissions[envelope.topic]));
        return Promise.all(heard.map(({ envelope }) => openEvent(envelope)));
      });
      for (const event of missed) say(peer, { type: 'event', event });
    }
    say(peer, { type: 'joined', room, position: formatPosition(tail) });
    if (principal.user.permissions.includes('client.read')) presence?.greet(peer, room);
  };
  const leave = (peer: Peer, room: string) => {
    const members = rooms.get(room);
    members?.delete(peer);
    if (members?.size === 0) rooms.delete(room);
  };
  const answer = async (peer: Peer, request: RealtimeRequest) => {
    if (request.type === 'join') await join(peer, request.room, request.after);
    else if (request.type === 'leave') leave(peer, request.room);
    else if (request.type === 'look') await presence?.look(peer, request.room);
    else say(peer, { type: 'pong' });
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
  /** Null says nothing, and lets those go who may not be there any more. */
  const tell = async (room: string, permission: Permission, message: RealtimeMessage | null) => {
    const members = [...(rooms.get(room) ?? [])];
    if (members.length === 0) return;
    const text = message === null ? null : JSON.stringify(message);
    const standings = await Promise.all(members.map((peer) => standingOf(peer, room, permission)));
    for (const [index, peer] of members.entries()) {
      const standing = standings[index];
      if (standing === 'hears' && text !== null) peer.send(text);
      if (standing !== 'outside') continue;
      leave(peer, room);
      say(peer, { type: 'refused', room });
    }
  };
  const deliver = async (event: EventEnvelope) => {
    beforeDelivery?.(event);
    const room = event.organizationId;
    if (!rooms.has(room)) return;
    // Opened and written once for all who listen, and not at all where nobody does.
    const opened = await open(event);
    const permission = topicPermissions[event.topic];
    await tell(room, permission, opened === null ? null : { type: 'event', event: opened });
  };
  const presence =
    presenceOptions === undefined
      ? null
      : createPresence({
          ...presenceOptions,
          tell: (room, people) => {
            tell(room, 'client.read', { type: 'presence', room, people }).catch((error) =>
              logger.warn({ err: error }, 'presence could not be told'),
            );
          },
        });
  return {
    tell,
    reviewPresence: async () => presence?.review(),
    close: () => presence?.stop(),
    receive: async (peer, text) => {
      const parsed = realtimeRequestSchema.safeParse(parseJson(text));
      if (parsed.success) await answer(peer, parsed.data);
      else logger.debug('unreadable realtime message');
    },
    leaveAll: (peer) => {
      for (const room of rooms.keys()) leave(peer, room);
      presence?.leave(peer);
    },
    name: 'rooms',
    step: async () => {
      const { events, reached, more } = await readOn({ after: tail, limit: BATCH });
      for (const { envelope } of events) await deliver(envelope);
      tail = reached;
      return more;
    },
    // A browser that missed something joins again from its last position.
    retry: async () => {},
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // answered like any other unreadable message
  }
}
