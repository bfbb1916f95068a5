import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { INSTALLATION, type Kit } from '@tokenholic/kit';

/** Signs cookies and closes what opens the second step of signing in. */
export const ACCOUNTS_SECRET = 'accounts-secret';

/** Made once, kept with the installation's other secrets; of several processes that start together one makes it. */
export async function installationSecret(kit: Pick<Kit, 'secrets' | 'locks'>, name: string): Promise<string> {
  for (;;) {
    const known = await kit.secrets.get(INSTALLATION, name);
    if (known !== null) return known;
    const turn = await kit.locks.tryTake('installation-secrets');
    if (turn === null) {
      await pause(50);
      continue;
    }
    try {
      if ((await kit.secrets.get(INSTALLATION, name)) === null)
        await kit.secrets.set(INSTALLATION, name, randomBytes(32).toString('base64url'));
    } finally {
      await turn.release();
    }
  }
}
