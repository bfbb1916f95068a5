import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  createAlibabaKms,
  createAwsKms,
  createFileKeyManagement,
  createLocalKeyManagement,
  type KeyManagement,
  type KmsSettings,
} from '@tokenholic/kit';

/** Where the key of all keys is kept. */
export interface KeyService extends KmsSettings {
  kind: 'aws' | 'alibaba';
}

export interface KeyKeeping {
  dataFolder: string;
  secretKey: Buffer | null;
  keyService: KeyService | null;
}

/**
 * Who keeps root keys, the one for new ones first: a key service, the environment's key, or a file of the data folder. Those
 * after the first open what they held before, so that moving from one to the next is a change of configuration.
 */
export function keepersOf({ dataFolder, secretKey, keyService }: KeyKeeping): KeyManagement[] {
  const now = () => new Date();
  const folder = join(dataFolder, 'secrets');
  const keepers: KeyManagement[] = [];
  if (keyService !== null)
    keepers.push(
      keyService.kind === 'aws' ? createAwsKms(keyService, now) : createAlibabaKms(keyService, now),
    );
  if (secretKey !== null) keepers.push(createLocalKeyManagement('environment', secretKey));
  if (keepers.length === 0 || existsSync(join(folder, 'master.key')))
    keepers.push(createFileKeyManagement(folder));
  return keepers;
}
