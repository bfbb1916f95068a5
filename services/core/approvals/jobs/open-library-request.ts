import { eventRegistry } from '@tokenholic/contracts';
import { isAppError, type JobHandler, type Kit } from '@tokenholic/kit';
import { z } from 'zod';
import { openRequest } from '../commands/open-request.ts';
import type { ApprovalPorts } from '../ports.ts';

/** The reply, made for everybody, and who proposed it by id: what waits in a queue names nobody. */
const idSchema = z.object({ id: z.uuid() }).transform(({ id }) => id);
const replySchema = eventRegistry.objection_events['objection.reply_proposed'][1].extend({
  // The release before put the whole person there.
  by: z.union([z.uuid(), idSchema]),
});
const TITLE_LENGTH = 60;

/** Asks for a yes to a reply for the shared library. The reply's id is the request's: twice makes one. */
export function openLibraryRequest(kit: Kit, ports: ApprovalPorts): JobHandler {
  return async (data, { organizationId }) => {
    const reply = replySchema.parse(data);
    const by = { id: reply.by, name: await ports.nameOf(organizationId, reply.by) };
    const start = reply.text.length > TITLE_LENGTH ? `${reply.text.slice(0, TITLE_LENGTH)}…` : reply.text;
    try {
      await openRequest(kit, ports, {
        ...{ id: reply.replyId, vendorId: organizationId, clientId: null, type: 'library' },
        title: { zh: `共享答复：“${start}”`, en: `Reply to share: “${start}”` },
        ...{ detail: reply.text, amountCny: null, discountPercent: null, personalData: false },
        ...{ subjectId: reply.replyId, by },
      });
    } catch (error) {
      // No rule asks for anybody: the library's own buttons decide.
      if (!isAppError(error, 'approvals.not_needed')) throw error;
    }
  };
}
