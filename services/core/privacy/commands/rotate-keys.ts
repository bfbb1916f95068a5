import type { RotatedKeys, RotateKeys } from '@tokenholic/contracts';
import { type Kit, notFound, type Principal, rotateDataKey, rotateRootKey } from '@tokenholic/kit';
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
    const changed =
      command.what === 'root'
        ? await rotateRootKey(of)
        : await rotateOf(of, await ports.listOrganizations(), command.organizationId);
    const subject = command.what === 'root' ? 'root key' : command.organizationId;
    await kit.database.withTenant([home], (tx) =>
      tx.audit(home, { action: 'keys.rotate', subject, after: { what: command.what, changed } }),
    );
    return { what: command.what, changed };
  } finally {
    await turn.release();
  }
}

async function rotateOf(
  of: Parameters<typeof rotateDataKey>[0],
  known: readonly string[],
  organizationId: string,
): Promise<number> {
  if (!known.includes(organizationId)) throw notFound();
  return rotateDataKey(of, organizationId);
}
