import { type Onlooker, onlookerSchema } from '@tokenholic/contracts';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import type { Principal } from '../http/principal.ts';
import type { Announcements } from './announcements.ts';
import { type Peer, say, standingOf } from './peer.ts';

/** Browsers say `look` again every 20 seconds; who was not heard of for longer than two of them is gone. */
const EXPIRES_MILLISECONDS = 45_000;
const SWEEP_MILLISECONDS = 15_000;
/** A crowd that comes or goes at once is told of once. */
const SETTLE_MILLISECONDS = 80;
const SUBJECT = 'presence';
const ASK = 'presence-asked';

export interface Presence {
  /** A peer has this client on the screen, still or again; null: none. */
  look(peer: Peer, room: string | null): Promise<void>;
  leave(peer: Peer): void;
  /** Tells a peer who just joined a room who looks at it, if anybody does. */
  greet(peer: Peer, room: string): void;
  /** Somebody may wish not to be seen any more: takes away whoever does. */
  review(): Promise<void>;
  stop(): void;
}

export interface PresenceOptions {
  announcements: Announcements;
  now: () => Date;
  /** A person's own wish not to be seen. */
  appearsOffline(principal: Principal): Promise<boolean>;
  /** Tells everybody in a room who may read this client. */
  tell(room: string, people: Onlooker[]): void;
}

interface Look {
  room: string;
  onlooker: Onlooker;
  until: number;
}

const wordSchema = z.object({ from: z.uuid(), room: z.uuid(), people: z.array(onlookerSchema) });

/**
 * Who has which client on the screen, over all processes. Nothing is stored: each process knows its own browsers and tells
 * the others, again at every sweep, so that what a dead process said fades by itself.
 */
export function createPresence({ announcements, now, appearsOffline, tell }: PresenceOptions): Presence {
  const self = uuidv7();
  const here = new Map<Peer, Look>();
  const elsewhere = new Map<string, { room: string; people: Onlooker[]; until: number }>();
  const changed = new Map<string, { timer: NodeJS.Timeout; ours: boolean }>();
  const time = () => now().getTime();

  const ours = (room: string) => distinct([...here.values()].filter((look) => look.room === room));
  const everybody = (room: string) => {
    const others = [...elsewhere.values()].filter((word) => word.room === room && word.until > time());
    return distinct([
      ...ours(room).map((onlooker) => ({ onlooker })),
      ...others.flatMap(({ people }) => people.map((onlooker) => ({ onlooker }))),
    ]);
  };
  const announce = (room: string) =>
    announcements.announce(SUBJECT, JSON.stringify({ from: self, room, people: ours(room) }));
  /** `ours`: it changed here, so the other processes are told too. */
  const settle = (room: string, changedHere: boolean) => {
    const pending = changed.get(room);
    if (pending !== undefined) {
      pending.ours ||= changedHere;
      return;
    }
    const timer = setTimeout(() => {
      const mine = changed.get(room)?.ours ?? false;
      changed.delete(room);
      if (mine) announce(room);
      tell(room, everybody(room));
    }, SETTLE_MILLISECONDS);
    timer.unref();
    changed.set(room, { timer, ours: changedHere });
  };
  const remove = (peer: Peer) => {
    const look = here.get(peer);
    if (look === undefined) return;
    here.delete(peer);
    settle(look.room, true);
  };
  const look = async (peer: Peer, room: string | null) => {
    const principal = room === null ? null : await visibleAt(peer, room, appearsOffline);
    if (room === null || principal === null) return remove(peer);
    const before = here.get(peer);
    const onlooker = { userId: principal.user.id, name: principal.user.name };
    here.set(peer, { room, onlooker, until: time() + EXPIRES_MILLISECONDS });
    if (before?.room === room) return;
    if (before !== undefined) settle(before.room, true);
    settle(room, true);
  };
  const review = async () => {
    for (const [peer, entry] of [...here])
      if ((await visibleAt(peer, entry.room, appearsOffline)) === null && here.get(peer) === entry)
        remove(peer);
  };
  const sayAll = () => {
    for (const room of new Set([...here.values()].map((entry) => entry.room))) announce(room);
  };
  const sweep = async () => {
    for (const [peer, { until }] of [...here]) if (until <= time()) remove(peer);
    for (const [key, word] of elsewhere)
      if (word.until <= time()) {
        elsewhere.delete(key);
        settle(word.room, false);
      }
    await review();
    sayAll();
  };
  announcements.onAnnouncement(SUBJECT, (text) => {
    const { from, room, people } = wordSchema.parse(JSON.parse(text));
    const key = `${from} ${room}`;
    const before = elsewhere.get(key);
    if (people.length === 0) elsewhere.delete(key);
    else elsewhere.set(key, { room, people, until: time() + EXPIRES_MILLISECONDS });
    if (JSON.stringify(before?.people ?? []) !== JSON.stringify(people)) settle(room, false);
  });
  announcements.onAnnouncement(ASK, sayAll);
  announcements.onGap(() => {
    sayAll();
    announcements.announce(ASK);
  });
  announcements.announce(ASK);
  const timer = setInterval(() => void sweep(), SWEEP_MILLISECONDS);
  timer.unref();
  return {
    look,
    leave: remove,
    greet: (peer, room) => {
      const people = everybody(room);
      if (people.length > 0) say(peer, { type: 'presence', room, people });
    },
    review,
    stop: () => {
      clearInterval(timer);
      for (const { timer: pending } of changed.values()) clearTimeout(pending);
    },
  };
}

/** The person behind a peer who may read this client and wishes to be seen. */
async function visibleAt(
  peer: Peer,
  room: string,
  appearsOffline: PresenceOptions['appearsOffline'],
): Promise<Principal | null> {
  if ((await standingOf(peer, room, 'client.read')) !== 'hears') return null;
  const principal = await peer.principal();
  return principal === null || (await appearsOffline(principal)) ? null : principal;
}

/** Each person once, in an order that does not depend on who came first. */
function distinct(looks: readonly { onlooker: Onlooker }[]): Onlooker[] {
  const byId = new Map(looks.map(({ onlooker }) => [onlooker.userId, onlooker]));
  return [...byId.values()].sort((one, other) => (one.userId < other.userId ? -1 : 1));
}
