import { setTimeout as pause } from 'node:timers/promises';
import type { Pool, PoolClient, QueryResult } from 'pg';
import { ASK_DEPARTED, organizationDeparted, refuseDeparted } from '../placement/departures.ts';
import { refuseOnTheWay } from '../placement/on-the-way.ts';
import { ASK_PASSAGE, mayPass } from '../placement/passage.ts';
import { withClient } from './with-client.ts';

// How transactions are opened: with a role, for organisations, and on a server beside those that are being moved.

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** How long a transaction of an organisation that is being moved stays away before it asks again. */
const AWAY_MILLISECONDS = 50;

type Kind = 'embedded' | 'postgres';

/**
 * A transaction of these organisations. While one of them is being moved it waits, without holding a connection; who lives
 * in an installation of its own is refused. Whether somebody does is read after the passage was granted, by a statement of
 * its own, so that no move can end in between unseen.
 */
export async function inTenantTransaction<T>(
  kind: Kind,
  pool: Pool,
  organizationIds: readonly string[],
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const settings = tenantSettings(organizationIds).join('; ');
  if (kind === 'embedded') return inTransaction(pool, `begin; ${settings}`, work);
  for (;;) {
    const opening = `begin; ${settings}; ${ASK_PASSAGE}; ${ASK_DEPARTED}`;
    const done = await refuseOnTheWay(pool, () =>
      inTransaction(pool, opening, async (client, opened) => {
        if (!isFree(opened)) {
          if (!(await mayPass(client, organizationIds))) return null;
          await refuseDeparted(client);
        } else refuseIfDeparted(opened);
        return { result: await work(client) };
      }),
    );
    if (done !== null) return done.result;
    await pause(AWAY_MILLISECONDS);
  }
}

/** A transaction that begins as the system role and may enter organisations, but none that is being moved. */
export function inSystemTransaction<T>(
  kind: Kind,
  pool: Pool,
  begin: string,
  work: (
    client: PoolClient,
    mayEnter: (organizationIds: readonly string[]) => Promise<boolean>,
  ) => Promise<T>,
): Promise<T> {
  if (kind === 'embedded') return inTransaction(pool, begin, (client) => work(client, async () => true));
  return refuseOnTheWay(pool, () =>
    inTransaction(pool, `${begin}; ${ASK_PASSAGE}`, (client, opened) =>
      work(client, async (ids) => isFree(opened) || (await mayPass(client, ids))),
    ),
  );
}

/** The role and the organisations hold until the end of this transaction only. */
export function tenantSettings(organizationIds: readonly string[]): string[] {
  return [
    'set local role app_user',
    `set local app.organization_ids = '${organizationArray(organizationIds)}'`,
  ];
}

/** Organisations as an array of PostgreSQL. Ids are checked, so no text can break out. */
export function organizationArray(organizationIds: readonly string[]): string {
  for (const id of organizationIds)
    if (!UUID.test(id)) throw new Error(`Not an organisation id: ${JSON.stringify(id)}`);
  return `{${organizationIds.join(',')}}`;
}

export async function inTransaction<T>(
  pool: Pool,
  opening: string,
  work: (client: PoolClient, opened: QueryResult) => Promise<T>,
): Promise<T> {
  return withClient(pool, async (client) => {
    const opened = await client.query(opening);
    const result = await work(client, opened);
    await client.query('commit');
    return result;
  });
}

/** What the statement of the opening that asks for passage answered. */
function isFree(opened: QueryResult): boolean {
  return [opened].flat().some((result: QueryResult<{ free?: boolean }>) => result.rows[0]?.free === true);
}

/** What the last statement that entered organisations answered. */
export function refuseIfDeparted(entered: QueryResult): void {
  const last: QueryResult<{ address?: string }> | undefined = [entered].flat().at(-1);
  const address = last?.rows[0]?.address;
  if (address !== undefined) throw organizationDeparted(address);
}
