import type { Kit } from '@tokenholic/kit';
import { type SQL, sql } from 'drizzle-orm';
import type { CountedEntity, GraphStore, StoredReading, StoredRelation } from './graph-store.ts';

interface EntityRow extends Record<string, unknown> {
  key: string;
  kind: CountedEntity['kind'];
  name: CountedEntity['name'];
  passages: number;
}

interface RelationRow extends Record<string, unknown>, Omit<StoredRelation, 'collectionId'> {
  collection_id: string;
}

/** The graph in tables of the database. Rows are deleted with their passage, in the same transaction. */
export function createSqlGraph({ database }: Pick<Kit, 'database'>): GraphStore {
  const entities = async (organizationIds: readonly string[], where: SQL, limit: number) => {
    const { rows } = await database.withTenant(organizationIds, ({ db }) =>
      db.execute<EntityRow>(sql`
        select key, min(kind) as kind, (array_agg(name))[1] as name, count(*)::int as passages
        from knowledge.mentions where ${where} group by key order by passages desc, key limit ${limit}`),
    );
    return rows;
  };
  return {
    kind: 'sql',
    put: (organizationId, collectionId, readings) =>
      database.withTenant([organizationId], async ({ db }) => {
        const numbers = sql.param(readings.map(({ number }) => number));
        for (const table of [sql`knowledge.mentions`, sql`knowledge.relations`])
          await db.execute(
            sql`delete from ${table} where collection_id = ${collectionId} and number = any (${numbers}::int[])`,
          );
        await db.execute(insertMentions(organizationId, collectionId, readings));
        await db.execute(insertRelations(organizationId, collectionId, readings));
      }),
    find: (organizationIds, text, limit) => {
      // A percent sign or underscore in a name is meant as it stands.
      const pattern = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
      const named = sql`(lower(name->>'zh') like ${pattern} or lower(name->>'en') like ${pattern})`;
      return entities(organizationIds, named, limit);
    },
    read: (organizationIds, keys) =>
      entities(organizationIds, sql`key = any (${sql.param([...keys])}::text[])`, keys.length),
    relationsOf: async (organizationIds, keys, limit) => {
      const these = sql.param([...keys]);
      const { rows } = await database.withTenant(organizationIds, ({ db }) =>
        db.execute<RelationRow>(sql`
          select collection_id, number, subject, relation, object, quote, confidence, via, model from knowledge.relations
          where subject = any (${these}::text[]) or object = any (${these}::text[])
          order by confidence desc, collection_id, number, subject, object limit ${limit}`),
      );
      return rows.map(({ collection_id, ...row }) => ({ ...row, collectionId: collection_id }));
    },
    forget: (organizationId, collectionId, numbers) =>
      database.withTenant([organizationId], async ({ db }) => {
        const these =
          numbers === undefined ? sql`true` : sql`number = any (${sql.param([...numbers])}::int[])`;
        for (const table of [sql`knowledge.mentions`, sql`knowledge.relations`])
          await db.execute(sql`delete from ${table} where collection_id = ${collectionId} and ${these}`);
      }),
    erase: (organizationId) =>
      database.withTenant([organizationId], async ({ db }) => {
        let erased = 0;
        for (const table of [sql`knowledge.mentions`, sql`knowledge.relations`])
          erased += (await db.execute(sql`delete from ${table}`)).rowCount ?? 0;
        return erased;
      }),
  };
}

/** What passages that are still there speak of. */
function insertMentions(
  organizationId: string,
  collectionId: string,
  readings: readonly StoredReading[],
): SQL {
  const rows = readings.flatMap(({ number, entities }) => entities.map((entity) => ({ number, ...entity })));
  const column = <T>(pick: (row: (typeof rows)[number]) => T) => sql.param(rows.map(pick));
  return sql`
    insert into knowledge.mentions (collection_id, number, key, organization_id, kind, name)
    select ${collectionId}::uuid, given.number, key, ${organizationId}::uuid, kind, name::jsonb
    from unnest(${column(({ number }) => number)}::int[], ${column(({ key }) => key)}::text[],
      ${column(({ kind }) => kind)}::text[], ${column(({ name }) => JSON.stringify(name))}::text[]) as given (number, key, kind, name)
    join knowledge.chunks on chunks.collection_id = ${collectionId} and chunks.number = given.number
    on conflict do nothing`;
}

function insertRelations(
  organizationId: string,
  collectionId: string,
  readings: readonly StoredReading[],
): SQL {
  const rows = readings.flatMap(({ number, relations }) =>
    relations.map((relation) => ({ number, ...relation })),
  );
  const column = <T>(pick: (row: (typeof rows)[number]) => T) => sql.param(rows.map(pick));
  return sql`
    insert into knowledge.relations (collection_id, number, subject, relation, object, organization_id, quote, confidence, via, model)
    select ${collectionId}::uuid, given.number, subject, relation, object, ${organizationId}::uuid, quote, confidence, via, model
    from unnest(${column(({ number }) => number)}::int[], ${column(({ subject }) => subject)}::text[],
      ${column(({ relation }) => relation)}::text[], ${column(({ object }) => object)}::text[],
      ${column(({ quote }) => quote)}::text[], ${column(({ confidence }) => confidence)}::real[],
      ${column(({ via }) => via)}::text[], ${column(({ model }) => model)}::text[])
      as given (number, subject, relation, object, quote, confidence, via, model)
    join knowledge.chunks on chunks.collection_id = ${collectionId} and chunks.number = given.number
    on conflict do nothing`;
}
