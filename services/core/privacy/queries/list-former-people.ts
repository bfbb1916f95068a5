import type { FormerPerson } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { withSubject } from '../adapters/gate.ts';
import { ERASED } from '../domain/mentions.ts';

interface Row {
  id: string;
  name: FormerPerson['name'];
  left_at: Date;
}

/** Who left the own organisation and still has a name here, the last to leave first. */
export async function listFormerPeople(kit: Kit, principal: Principal): Promise<FormerPerson[]> {
  const home = principal.homeOrganizationId;
  const subject = { organizationIds: [home], personIds: [], addresses: [] };
  const { rows } = await withSubject(kit.database, subject, (client) =>
    client.query<Row>(
      `select id, jsonb_build_object('zh', name_zh, 'en', name_en) as name, left_at from identity.users
       where organization_id = $1 and left_at is not null and kind = 'person' and name_zh <> $2
       order by left_at desc limit 200`,
      [home, ERASED],
    ),
  );
  return rows.map(({ id, name, left_at: left }) => ({ id, name, leftAt: left.toISOString() }));
}
