import type { BattleMap, MapEdit } from '@tokenholic/contracts';
import type { EntityTag, Kit, Principal } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { checkEdit } from '../domain/check-edit.ts';
import { changedMeanwhile, notDrawn } from '../domain/failures.ts';
import { currentMap, loadEdits, loadMap } from '../queries/load-map.ts';
import { sealedEdits } from '../sealed.ts';
import { edits, maps } from '../tables.ts';

/** Adds one edit by hand, if the map is still the one the person looked at. */
export async function editMap(
  kit: Kit,
  principal: Principal,
  clientId: string,
  seen: EntityTag,
  edit: MapEdit,
): Promise<BattleMap> {
  return kit.database.withTenant([clientId], async (tx) => {
    const [head] = await tx.db.select().from(maps).where(eq(maps.organizationId, clientId)).for('update');
    const before = await loadMap(tx, clientId);
    if (head === undefined || before === null) throw notDrawn();
    if (head.version !== seen.version || head.revision !== seen.revision) {
      throw changedMeanwhile(before.map, await loadEdits(tx, clientId, seen.revision, head.revision));
    }
    checkEdit(before.content, edit, await loadEdits(tx, clientId, 0, head.revision));
    const revision = head.revision + 1;
    const by = principal.user.name.zh;
    const row = await tx.seal(sealedEdits, clientId, {
      organizationId: clientId,
      revision,
      version: head.version,
      edit,
      madeBy: by,
      madeAt: kit.now(),
    });
    await tx.db.insert(edits).values(row);
    await tx.db.update(maps).set({ revision, updatedAt: kit.now() }).where(eq(maps.organizationId, clientId));
    const map = await currentMap(tx, clientId);
    await tx.publish(clientId, 'map.edited', {
      version: head.version,
      revision,
      edit,
      by,
      totals: map.totals,
    });
    await tx.audit(clientId, { action: `map.${edit.kind}`, subject: clientId, after: edit });
    return map;
  });
}
