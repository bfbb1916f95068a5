import type { Client } from 'pg';
import { uuidv7 } from 'uuidv7';

export async function query<R extends object>(
  at: Client | undefined,
  text: string,
  values: unknown[] = [],
): Promise<R[]> {
  if (at === undefined) throw new Error('Not connected yet');
  return (await at.query<R>(text, values)).rows;
}

export const isSo = async (at: Client | undefined, condition: string, values: unknown[] = []) =>
  (await query(at, `select where ${condition}`, values)).length === 1;

/** A document of so many passages, past everything that would read and index it. */
export async function addPassages(rows: Client, organizationId: string, passages: number): Promise<void> {
  const [collection, document] = [uuidv7(), uuidv7()];
  await rows.query(`insert into knowledge.collections (id, organization_id, name, created_at) values ('${collection}', '${organizationId}', '{"zh":"","en":""}', now());
    insert into knowledge.documents (id, organization_id, collection_id, kind, title, status, created_at) values ('${document}', '${organizationId}', '${collection}', 'file', 'a', 'ready', now());
    insert into knowledge.chunks (collection_id, number, organization_id, document_id, ordinal, hash, heading, text, term_count)
      select '${collection}', n, '${organizationId}', '${document}', n, md5(n::text), '[]', repeat(md5(n::text) || ' ', 12), 12 from generate_series(1, ${passages}) n`);
}

/** From here on nothing comes into the timeline of these clients, for a reason that another installation has not. */
export async function refuseTimeline(rows: Client, organizationIds: readonly string[]): Promise<void> {
  const refused = organizationIds.map((id) => `'${id}'`).join(', ');
  await rows.query(`create function public.refuse() returns trigger language plpgsql as $$ begin
      if new.organization_id in (${refused}) then raise exception 'no room'; end if; return new; end $$;
    create trigger refuse before insert on copilot.timeline for each row execute function public.refuse()`);
}
