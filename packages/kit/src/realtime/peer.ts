import type { Permission, RealtimeMessage } from '@tokenholic/contracts';
import type { Principal } from '../http/principal.ts';

/** One browser connection, whatever carries it. */
export interface Peer {
  /** Who this is now: somebody taken off a client must not hear of it any longer. Null when signed out. */
  principal(): Promise<Principal | null>;
  /** A message as it goes over the wire: what goes to many is written once. */
  send(text: string): void;
}

export const say = (peer: Peer, message: RealtimeMessage): void => peer.send(JSON.stringify(message));

/** `outside`: may not know of the room at all. `silent`: may be in it, and not hear of this. */
export type Standing = 'hears' | 'silent' | 'outside';

/** Where a peer stands now to what needs a permission in a room. */
export async function standingOf(peer: Peer, room: string, permission: Permission): Promise<Standing> {
  const principal = await peer.principal();
  if (principal?.organizationIds.includes(room) !== true) return 'outside';
  return principal.user.permissions.includes(permission) ? 'hears' : 'silent';
}
