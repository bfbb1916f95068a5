import type { EventPayload } from '@tokenholic/contracts';
import type { Kit, TenantTransaction } from '@tokenholic/kit';
import { reference } from '@tokenholic/reference';
import { and, eq } from 'drizzle-orm';
import { carryOverEdited } from '../domain/carry-over.ts';
import { compareMaps } from '../domain/compare-maps.ts';
import { digestOf } from '../domain/digest.ts';
import { drawMap } from '../domain/draw-map.ts';
import { currentMap, loadMap } from '../queries/load-map.ts';
import { maps, versions } from '../tables.ts';

/** Draws the next version of a client's map from what research found or a review left; edits made before are carried over. Once for each. */
export async function drawVersion(
  kit: Kit,
  tx: TenantTransaction,
  clientId: string,
  research: Omit<EventPayload<'research.completed'>, 'pages'>,
): Promise<void> {
  const [drawn] = await tx.db
    .select({ version: versions.version })
    .from(versions)
    .where(and(eq(versions.organizationId, clientId), eq(versions.runId, research.runId)));
  if (drawn !== undefined) return;
  const [head] = await tx.db.select().from(maps).where(eq(maps.organizationId, clientId)).for('update');
  const { findings, industryId, employees, engine, clientName, runId } = research;
  const generated = drawMap({ clientId, findings, industryId, employees, engine }, reference);
  const before = head === undefined ? null : await loadMap(tx, clientId);
  const content = before === null ? generated : carryOverEdited(before.content, generated);
  const version = (head?.version ?? 0) + 1;
  const revision = head?.revision ?? 0;
  if (head !== undefined) {
    await tx.db
      .update(versions)
      .set({ lastRevision: revision })
      .where(and(eq(versions.organizationId, clientId), eq(versions.version, head.version)));
  }
  await tx.db
    .insert(versions)
    .values({ organizationId: clientId, version, runId, generatedAt: kit.now(), content });
  await tx.db
    .insert(maps)
    .values({ organizationId: clientId, clientName, version, revision })
    .onConflictDoUpdate({ target: maps.organizationId, set: { clientName, version, updatedAt: kit.now() } });
  const drawnMap = await currentMap(tx, clientId);
  const { basis, totals, headline, useCases } = drawnMap;
  await tx.publish(clientId, 'map.drawn', {
    ...{ runId, version, revision, clientName, basis, totals },
    useCases: useCases.length,
    headline: headline.text,
    ...(before === null ? {} : { changes: digestOf(compareMaps(before.map, drawnMap)) }),
  });
}
