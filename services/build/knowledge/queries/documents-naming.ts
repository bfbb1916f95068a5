import type { Kit } from '@tokenholic/kit';
import { sql } from 'drizzle-orm';
import { removeDocument } from '../commands/documents.ts';

/** What leads to a person in a document: any of `certain` does; a name only where `together` stands in the document too. */
interface Naming {
  certain: readonly string[];
  names: readonly string[];
  together: string;
}

interface Row extends Record<string, unknown> {
  id: string;
  title: string;
}

const pattern = (text: string) => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
const patterns = (texts: readonly string[]) => sql.param(texts.filter((text) => text !== '').map(pattern));

/** Documents of the own collections that name a person, by title and passages. */
async function findNaming(kit: Kit, organizationId: string, wanted: Naming): Promise<Row[]> {
  const has = (texts: readonly string[]) => sql`(d.title ilike any (${patterns(texts)}::text[])
    or d.body ilike any (${patterns(texts)}::text[]) or exists (
      select 1 from knowledge.chunks c where c.document_id = d.id
        and (c.text ilike any (${patterns(texts)}::text[]) or c.heading::text ilike any (${patterns(texts)}::text[]))))`;
  return kit.database.withTenant([organizationId], async ({ db }) => {
    const { rows } = await db.execute<Row>(sql`
      select d.id, d.title from knowledge.documents d join knowledge.collections o on o.id = d.collection_id
      where d.organization_id = ${organizationId} and not o.read_only
        and (${has(wanted.certain)} or (${has(wanted.names)} and ${has([wanted.together])}))
      order by d.id limit 500`);
    return rows.map(({ id, title }) => ({ id, title }));
  });
}

/** The knowledge base as privacy goes through it: a document that names a person goes whole, with index and vectors. */
export const documentStore = (kit: Kit) => ({
  find: (organizationId: string, naming: Naming) => findNaming(kit, organizationId, naming),
  remove: (organizationId: string, id: string) => removeDocument(kit, organizationId, id),
});
