import { expect, test } from 'vitest';
import type { SecretStore } from './secrets.ts';

const yunxiu = '01970000-0000-7000-8000-0000000000a1';
const harbourline = '01970000-0000-7000-8000-0000000000b2';

/** What every store of secrets must do. `open` gives the store as one more process sees it. */
export function secretsContract(open: () => SecretStore): void {
  test('a secret is there for every process of the installation, for its organisation only', async () => {
    await open().set(yunxiu, 'models/main', 'sk-very-secret');
    expect(await open().get(yunxiu, 'models/main')).toBe('sk-very-secret');
    expect(await open().get(harbourline, 'models/main')).toBeNull();
  });

  test('a secret set again replaces the one before', async () => {
    const secrets = open();
    await secrets.set(yunxiu, 'models/again', 'one');
    await secrets.set(yunxiu, 'models/again', 'two 密钥');
    expect(await secrets.get(yunxiu, 'models/again')).toBe('two 密钥');
  });

  test('a removed secret is gone and an unknown one is null', async () => {
    const secrets = open();
    await secrets.set(yunxiu, 'models/gone', 'sk-one');
    await secrets.remove(yunxiu, 'models/gone');
    expect(await secrets.get(yunxiu, 'models/gone')).toBeNull();
    expect(await secrets.get(yunxiu, 'models/never')).toBeNull();
  });
}
