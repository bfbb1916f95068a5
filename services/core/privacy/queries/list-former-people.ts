import type { FormerPerson } from '@tokenholic/contracts';
import type { Kit, Principal, SealedTable } from '@tokenholic/kit';
import { withSubject } from '../adapters/gate.ts';
import { openRows, sealedColumnsOf } from '../adapters/sealed-rows.ts';
import { ERASED } from '../domain/mentions.ts';

interface Row extends Record<string, unknown> {
  id: string;
  organization_id: string;
  name_zh: string;
  name_en: string;
  left_at: Date;
}

const SHOWN = 200;

/** Who left the own organisation and still has a name here, the last to leave first. */
export async function listFormerPeople(
  kit: Kit,
  sealed: readonly SealedTable[],
  principal: Principal,
): Promise<FormerPerson[]> {
  const home = principal.homeOrganizationId;
  const subject = { organizationIds: [home], personIds: [], addresses: [] };
  const everybody = await withSubject(kit.database, subject, async (client) => {
    const { rows } = await client.query<Row>(
      `select id, organization_id, name_zh, name_en, left_at from identity.users
       where organization_id = $1 and left_at is not null and kind = 'person' order by left_at desc`,
      [home],
    );
    return openRows(kit, client, sealedColumnsOf(sealed, 'identity.users'), rows);
  });
  return everybody
    .filter(({ name_zh }) => name_zh !== ERASED)
    .slice(0, SHOWN)
    .map(({ id, name_zh: zh, name_en: en, left_at: left }) => ({
      ...{ id, name: { zh, en }, leftAt: left.toISOString() },
    }));
}
