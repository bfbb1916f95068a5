import type { PoolClient } from 'pg';
import type { Database } from '../database/database.ts';
import { AppError } from '../errors.ts';

/** After whoever may pass has passed: of the transaction's organisations, one that lives elsewhere. The gate's policy picks them. */
export const ASK_DEPARTED = 'select address from kit.departures limit 1';

/** Its organisation lives in an installation of its own; what is asked for is there. */
export function organizationDeparted(address: string): AppError {
  return new AppError({
    ...{ kind: 'gone', code: 'kit.organization_departed', details: { address } },
    message: {
      zh: `贵组织已迁往独立的系统，请前往 ${address} 登录。`,
      en: `Your organisation has moved to an installation of its own. Sign in at ${address}.`,
    },
  });
}

export const isDeparted = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'kit.organization_departed';

/** How long a process that only reads goes on as before, at most. */
const REMEMBERED_MILLISECONDS = 1_000;

/** Where organisations went, for requests that read: asked again after a second. */
export function createDepartures(database: Database) {
  let known: Promise<Map<string, string>> = Promise.resolve(new Map());
  let askedAt = Number.NEGATIVE_INFINITY;
  const read = async () => {
    const rows = await database.readSystem<{ organization_id: string; address: string }>(
      'select organization_id, address from kit.departures',
    );
    return new Map(rows.map(({ organization_id, address }) => [organization_id, address]));
  };
  return {
    /** Null: it is here. */
    addressOf: async (organizationId: string): Promise<string | null> => {
      if (database.kind === 'embedded') return null;
      if (performance.now() - askedAt > REMEMBERED_MILLISECONDS) {
        askedAt = performance.now();
        const asked = read();
        known = asked;
        asked.catch(() => {
          askedAt = Number.NEGATIVE_INFINITY;
        });
      }
      return (await known).get(organizationId) ?? null;
    },
  };
}

/** A database that is still being filled with a seller of another installation serves nobody. */
export async function refuseWhileArriving(database: Database): Promise<void> {
  const rows = await database.readSystem<{ seller_id: string }>('select seller_id from kit.arrivals limit 1');
  if (rows.length === 0) return;
  throw new AppError({
    ...{ kind: 'unavailable', code: 'kit.still_arriving', details: { sellerId: rows[0]?.seller_id } },
    message: {
      zh: '这个数据库正在接收另一套系统迁来的组织，迁移尚未完成。请重新运行 tokenholic placement part。',
      en: 'This database is still being filled from another installation. Run tokenholic placement part again until it says that it is done.',
    },
  });
}

/** Asks within a transaction that has entered its organisations. */
export async function refuseDeparted(client: Pick<PoolClient, 'query'>): Promise<void> {
  const { rows } = await client.query<{ address: string }>(ASK_DEPARTED);
  if (rows[0] !== undefined) throw organizationDeparted(rows[0].address);
}
