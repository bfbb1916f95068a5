import type { Kit } from '@tokenholic/kit';
import { DEMO_VENDOR, demoPeople } from '../domain/demo-people.ts';
import { sealedUsers } from '../sealed.ts';
import { organizations, users } from '../tables.ts';

/** Demo mode: makes the vendor's organisation and its people when they are not there yet. */
export async function prepareDemo(kit: Kit): Promise<void> {
  await kit.database.withTenant([DEMO_VENDOR], async (tx) => {
    await tx.db
      .insert(organizations)
      .values({
        organizationId: DEMO_VENDOR,
        kind: 'vendor',
        name: 'Demo vendor',
        nameKey: 'demovendor',
        createdBy: demoPeople[0].id,
      })
      .onConflictDoNothing();
    for (const { id, name, roles } of demoPeople) {
      const person = { id, organizationId: DEMO_VENDOR, nameZh: name.zh, nameEn: name.en, roles, demo: true };
      await tx.db
        .insert(users)
        .values(await tx.seal(sealedUsers, DEMO_VENDOR, person))
        .onConflictDoNothing();
    }
  });
}
