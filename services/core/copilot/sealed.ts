import { type SealedTable, sealedColumns, type TenantTransaction } from '@tokenholic/kit';
import { clients, drafts, tasks, timeline } from './tables.ts';
import { notices } from './tables-notices.ts';

// What the workspace tells of people is a copy of what events said: it lies sealed as they do.

export const sealedTimeline = sealedColumns(timeline, { title: {}, text: {} });
export const sealedTasks = sealedColumns(tasks, { title: {}, reason: {}, outcome: {}, feedback: {} });
export const sealedDrafts = sealedColumns(drafts, {
  ...{ subject: {}, body: {} },
  ...{ editedSubject: {}, editedBody: {} },
});
export const sealedNotices = sealedColumns(notices, { text: {} });
/** The last line of each client; the client's own name is searched for and stays as it is. */
export const sealedClients = sealedColumns(clients, { lastZh: {}, lastEn: {} });

export const sealedOfCopilot = [sealedTimeline, sealedTasks, sealedDrafts, sealedNotices, sealedClients];

/** Rows of any of the transaction's organisations, each sealed with its own key. */
export async function sealEach<R extends { organizationId: string }>(
  tx: TenantTransaction,
  table: SealedTable,
  rows: readonly R[],
): Promise<R[]> {
  const sealed: R[] = [];
  for (const row of rows) sealed.push(await tx.seal(table, row.organizationId, row));
  return sealed;
}
