import type { EventType, TypedEvent } from '@tokenholic/contracts';
import { type TenantTransaction, topicPermissions } from '@tokenholic/kit';
import { uuidv7 } from 'uuidv7';
import type { Description } from '../domain/description.ts';
import { noticeKindOf } from '../domain/notices/kinds.ts';
import { notices } from '../tables-notices.ts';

export const NOTIFY = 'copilot.notify';

/** Makes a notice of an event that is one, and has it told outside of the screen too. */
export async function noteEvent(
  tx: TenantTransaction,
  event: TypedEvent<EventType>,
  description: Description,
): Promise<void> {
  if (description.notice === null) return;
  const { organizationId, topic, type, id: eventId, occurredAt } = event;
  const id = uuidv7();
  await tx.db.insert(notices).values({
    ...{ id, organizationId, eventId, at: new Date(occurredAt) },
    ...{ level: description.notice, kind: noticeKindOf(topic, type), permission: topicPermissions[topic] },
    ...{ personId: description.noticeTo, text: description.title },
  });
  await tx.requestJob(organizationId, NOTIFY, { noticeId: id });
}
