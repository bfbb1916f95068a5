import { currentTrace, runWithTrace, type TenantTransaction, topicPermissions } from '@tokenholic/kit';
import { uuidv7 } from 'uuidv7';
import { noticeKindOf } from '../domain/notices/kinds.ts';
import { sealEach, sealedNotices } from '../sealed.ts';
import { notices } from '../tables-notices.ts';
import type { DescribedEvent } from './on-event.ts';

export const NOTIFY = 'copilot.notify';

/** Makes notices of those events that are one, and has them told outside of the screen too. */
export async function noteEvents(tx: TenantTransaction, described: readonly DescribedEvent[]): Promise<void> {
  const noted = described.flatMap(({ event, description }) => {
    if (description.notice === null) return [];
    const { organizationId, topic, type, id: eventId, occurredAt, traceId, actor } = event;
    const row = {
      ...{ id: uuidv7(), organizationId, eventId, at: new Date(occurredAt) },
      ...{ level: description.notice, kind: noticeKindOf(topic, type), permission: topicPermissions[topic] },
      ...{ personId: description.noticeTo, text: description.title },
    };
    return [{ row, trace: { traceId, actor } }];
  });
  if (noted.length === 0) return;
  const rows = noted.map(({ row }) => row);
  await tx.db.insert(notices).values(await sealEach(tx, sealedNotices, rows));
  // One job for what comes together: who is to be told is looked up once for all of it.
  for (const [organizationId, together] of Map.groupBy(noted, ({ row }) => row.organizationId)) {
    const noticeIds = together.map(({ row }) => row.id);
    await runWithTrace(together[0]?.trace ?? currentTrace(), () =>
      tx.requestJob(organizationId, NOTIFY, { noticeIds }),
    );
  }
}
