import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestKit, type TestKit } from '../testing/index.ts';
import { createDatabaseSecrets } from './database-secrets.ts';
import { secretsContract } from './secrets.contract.ts';

describe('secrets in the database', () => {
  let kit: TestKit;
  const key = Buffer.alloc(32, 7);
  const yunxiu = '01970000-0000-7000-8000-0000000000a1';
  beforeAll(async () => {
    kit = await createTestKit();
  });
  afterAll(() => kit.close());
  secretsContract(() => createDatabaseSecrets(kit.database, key));

  test('a row cannot be read, not under another key and not moved to another name', async () => {
    await createDatabaseSecrets(kit.database, key).set(yunxiu, 'models/sealed', 'sk-very-secret');
    const other = createDatabaseSecrets(kit.database, Buffer.alloc(32, 8));
    await expect(other.get(yunxiu, 'models/sealed')).rejects.toThrow();
    const rows = await kit.database.withTenant([yunxiu], ({ db }) =>
      db.execute(sql`update kit.secrets set name = 'models/moved' where name = 'models/sealed' returning *`),
    );
    expect(JSON.stringify(rows.rows)).not.toContain('very-secret');
    await expect(createDatabaseSecrets(kit.database, key).get(yunxiu, 'models/moved')).rejects.toThrow();
  });
});
