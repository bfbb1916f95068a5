import { z } from 'zod';
import { adviceDecisionSchema, adviceKindSchema } from '../deal-coach.ts';
import {
  activityKindSchema,
  contactFieldsSchema,
  dealFieldsSchema,
  dealOutcomeSchema,
  dealStageSchema,
  decisionRoleSchema,
} from '../deals.ts';
import { localizedTextSchema } from '../language.ts';

const headline = localizedTextSchema;
const deal = dealFieldsSchema.extend({ headline, dealId: z.uuid(), stage: dealStageSchema });
const closed = deal.extend({
  outcome: dealOutcomeSchema,
  /** When it ended; absent: with the event. */
  closedAt: z.iso.datetime().optional(),
});

/** Topic `deal_events`: deals, the people who decide on them and what is said. Published by win/deals. */
export const dealEvents = {
  'deal.created': { 1: deal },
  'deal.changed': { 1: deal.extend({ changed: z.array(z.string()) }) },
  'deal.stage_changed': { 1: deal.extend({ from: dealStageSchema }) },
  'deal.won': { 1: closed },
  'deal.lost': { 1: closed },
  /** Over all closed deals of a vendor something shows that did not show before. Of the vendor's own organisation. */
  'deal.pattern_found': {
    1: z.object({ headline, key: z.string() }),
  },
  'contact.saved': { 1: contactFieldsSchema.extend({ headline, contactId: z.uuid() }) },
  /** Two records of one person became one; the other is gone. Undone: it is back, with what was its own. */
  'contact.merged': { 1: z.object({ headline, contactId: z.uuid(), goneId: z.uuid() }) },
  'contact.merge_undone': { 1: z.object({ headline, contactId: z.uuid(), goneId: z.uuid() }) },
  'deal.merged': { 1: z.object({ headline, dealId: z.uuid(), goneId: z.uuid() }) },
  'deal.merge_undone': { 1: z.object({ headline, dealId: z.uuid(), goneId: z.uuid() }) },
  'deal.file_added': {
    1: z.object({
      ...{ headline, dealId: z.uuid(), fileId: z.uuid() },
      ...{ name: z.string(), kind: z.string(), bytes: z.number().int() },
    }),
  },
  'deal.file_removed': { 1: z.object({ headline, dealId: z.uuid(), fileId: z.uuid() }) },
  'contact.removed': { 1: z.object({ headline, contactId: z.uuid() }) },
  'contact.role_changed': {
    1: z.object({
      headline,
      contactId: z.uuid(),
      dealId: z.uuid(),
      /** Null: no longer part of the decision. */
      role: decisionRoleSchema.nullable(),
    }),
  },
  'activity.logged': {
    1: z.object({
      headline,
      activityId: z.uuid(),
      dealId: z.uuid(),
      kind: activityKindSchema,
      direction: z.enum(['in', 'out']),
      occurredAt: z.iso.datetime(),
      subject: z.string(),
      text: z.string(),
      people: z.array(z.object({ contactId: z.uuid(), name: z.string() })),
      /**
       * The contact whose own words `text` are, as the sender of an e-mail. Null: our own words, or nobody's alone.
       * Absent: not recorded; then an e-mail that came in from one person is that person's.
       */
      authorId: z.uuid().nullable().optional(),
      /** Who said what, in order, where a transcript tells it; null: our side, or somebody not known. */
      turns: z
        .array(z.object({ contactId: z.uuid().nullable(), text: z.string() }))
        .max(5_000)
        .optional(),
      durationMinutes: z.number().nonnegative().optional(),
    }),
  },
  'deal.task_added': {
    1: z.object({
      headline,
      dealId: z.uuid(),
      taskId: z.uuid(),
      title: z.string(),
      dueOn: z.iso.date(),
    }),
  },
  /** Deals of one client that came with a file, some hundreds at once. */
  'deal.imported': {
    1: z.object({
      headline,
      importId: z.uuid(),
      deals: z.array(deal.omit({ headline: true })),
    }),
  },
  'deal.import_undone': {
    1: z.object({ headline, importId: z.uuid(), dealIds: z.array(z.uuid()) }),
  },
  'deal.advice_decided': {
    1: adviceDecisionSchema.extend({ headline, dealId: z.uuid(), kind: adviceKindSchema }),
  },
  'deal.task_done': {
    1: z.object({ headline, dealId: z.uuid(), taskId: z.uuid(), title: z.string() }),
  },
} as const;
