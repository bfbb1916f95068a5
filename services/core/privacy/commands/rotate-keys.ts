import type { RotatedKeys, RotateKeys } from '@tokenholic/contracts';
import {
  type Kit,
  notFound,
  type Principal,
  type Resealing,
  rotateDataKey,
  rotateRootKey,
} from '@tokenholic/kit';
import { keysBusy } from '../domain/failures.ts';
import type { PrivacyPorts } from '../ports.ts';
import { resealing } from './tend-keys.ts';

/** A new root key for the installation, or a new data key for one organisation; reading and writing go on meanwhile. */
export async function rotateKeys(
  kit: Kit,
  ports: PrivacyPorts,
  principal: Principal,
  command: RotateKeys,
): Promise<RotatedKeys> {
  const home = principal.homeOrganizationId;
  const turn = await kit.locks.tryTake('keys');
  if (turn === null) throw keysBusy();
  try {
    const of = resealing(kit, ports);
    const changed = await change(of, ports, command);
    const subject = command.what === 'data' ? command.organizationId : `${command.what} key`;
    await kit.database.withTenant([home], (tx) =>
      tx.audit(home, { action: 'keys.rotate', subject, after: { what: command.what, changed } }),
    );
    return { what: command.what, changed };
  } finally {
    await turn.release();
  }
}

async function change(of: Resealing, ports: PrivacyPorts, command: RotateKeys): Promise<number> {
  switch (command.what) {
    case 'root':
      return rotateRootKey(of);
    case 'installation':
      return ports.rotateOwnKey();
    case 'data':
      return rotateOf(of, await ports.listOrganizations(), command.organizationId);
  }
}

async function rotateOf(of: Resealing, known: readonly string[], organizationId: string): Promise<number> {
  if (!known.includes(organizationId)) throw notFound();
  return rotateDataKey(of, organizationId);
}
