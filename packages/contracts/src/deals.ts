import { z } from 'zod';
import { dealApprovalNeedSchema } from './approvals.ts';
import { customValuesSchema, OPEN_STAGES } from './deal-settings.ts';
import { localizedTextSchema } from './language.ts';

/** The way of a deal; what the open stages are called and in which order they stand is the organisation's. The last two end it. */
export const dealStageSchema = z.enum([...OPEN_STAGES, ...(['won', 'lost'] as const)]);
export type DealStage = z.infer<typeof dealStageSchema>;

/** What the owner says of a deal for the forecast, whatever the model thinks. */
export const forecastCallSchema = z.enum(['commit', 'best_case', 'pipeline', 'omitted']);
export type ForecastCall = z.infer<typeof forecastCallSchema>;

export const dealCurrencySchema = z.enum(['CNY', 'USD']);
export type DealCurrency = z.infer<typeof dealCurrencySchema>;

/** What somebody means for the decision. */
export const decisionRoleSchema = z.enum([
  ...(['economic_buyer', 'champion', 'technical_evaluator', 'user'] as const),
  ...(['procurement', 'legal', 'blocker', 'unknown'] as const),
]);
export type DecisionRole = z.infer<typeof decisionRoleSchema>;

/** Why a deal was won or lost; the same list for the seller's word and the buyer's. */
export const outcomeReasonSchema = z.enum([
  ...(['price', 'product_fit', 'security', 'relationship', 'timing'] as const),
  ...(['competitor', 'no_decision', 'migration_effort', 'service', 'other'] as const),
]);
export type OutcomeReason = z.infer<typeof outcomeReasonSchema>;

export const dealOutcomeSchema = z.object({
  /** What the seller says. */
  reason: outcomeReasonSchema,
  text: z.string().max(2_000),
  /** What the buyer said, when somebody asked. */
  buyerReason: outcomeReasonSchema.nullable(),
  buyerText: z.string().max(2_000),
});
export type DealOutcome = z.infer<typeof dealOutcomeSchema>;

const nameList = z.array(z.string().trim().min(1).max(60)).max(12);

/** What a person fills in. Money is in minor units: fen or cents. */
export const dealFieldsSchema = z.object({
  title: z.string().trim().min(1).max(160),
  amountMinor: z.number().int().min(0).max(1e15),
  currency: dealCurrencySchema,
  closeDate: z.iso.date(),
  source: z.string().trim().max(60),
  products: nameList,
  competitors: nameList,
  /** The organisation's own fields. */
  custom: customValuesSchema.optional(),
  forecast: forecastCallSchema.optional(),
  /** Off the list price; absent: left as it is, none for a new deal. */
  discountPercent: z.number().min(0).max(100).optional(),
});
export type DealFields = z.infer<typeof dealFieldsSchema>;

export const createDealSchema = dealFieldsSchema
  .extend({ id: z.uuid(), stage: z.enum(OPEN_STAGES).default('lead') })
  .meta({ id: 'CreateDeal' });
export type CreateDeal = z.input<typeof createDealSchema>;

export const dealCardSchema = dealFieldsSchema
  .extend({
    id: z.uuid(),
    clientId: z.uuid(),
    clientName: z.string(),
    stage: dealStageSchema,
    stageSince: z.iso.datetime(),
    ownerId: z.uuid(),
    ownerName: localizedTextSchema,
    createdAt: z.iso.datetime(),
    closedAt: z.iso.datetime().nullable(),
    lastActivityAt: z.iso.datetime().nullable(),
    /** The nearest task that is not done. */
    nextStepOn: z.iso.date().nullable(),
    contacts: z.number().int(),
    roles: z.array(decisionRoleSchema),
    /** How often the close date was moved back. */
    pushes: z.number().int(),
    /** Counts edits; an edit names the one it was made on. */
    revision: z.number().int(),
    custom: customValuesSchema,
    forecast: forecastCallSchema,
    discountPercent: z.number(),
  })
  .meta({ id: 'DealCard' });
export type DealCard = z.infer<typeof dealCardSchema>;

export const contactFieldsSchema = z.object({
  name: z.string().trim().min(1).max(80),
  title: z.string().trim().max(80),
  email: z.union([z.literal(''), z.email().max(200)]),
  phone: z.string().trim().max(40),
  notes: z.string().max(4_000),
  custom: customValuesSchema.optional(),
});
export type ContactFields = z.infer<typeof contactFieldsSchema>;

export const contactSchema = contactFieldsSchema
  .extend({ id: z.uuid(), clientId: z.uuid(), clientName: z.string(), revision: z.number().int() })
  .extend({ custom: customValuesSchema })
  .meta({ id: 'Contact' });
export type Contact = z.infer<typeof contactSchema>;

export const dealContactSchema = contactSchema.extend({
  role: decisionRoleSchema,
  /** Erased at the person's request: the role counts, and nobody stands for it. */
  erased: z.boolean(),
});
export type DealContact = z.infer<typeof dealContactSchema>;

export const activityKindSchema = z.enum(['call', 'meeting', 'email', 'note']);
export type ActivityKind = z.infer<typeof activityKindSchema>;

export const logActivitySchema = z
  .object({
    id: z.uuid(),
    kind: activityKindSchema,
    /** Who reached out: the client, or we. */
    direction: z.enum(['in', 'out']),
    occurredAt: z.iso.datetime(),
    subject: z.string().trim().min(1).max(200),
    text: z.string().max(60_000),
    contactIds: z.array(z.uuid()).max(30),
  })
  .meta({ id: 'LogActivity' });
export type LogActivity = z.infer<typeof logActivitySchema>;

export const dealTaskSchema = z
  .object({
    id: z.uuid(),
    title: z.string(),
    dueOn: z.iso.date(),
    doneAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'DealTask' });
export type DealTask = z.infer<typeof dealTaskSchema>;
export const addDealTaskSchema = z.object({
  id: z.uuid(),
  title: z.string().trim().min(1).max(200),
  dueOn: z.iso.date(),
});
export type AddDealTask = z.infer<typeof addDealTaskSchema>;

export const dealSchema = dealCardSchema
  .extend({
    outcome: dealOutcomeSchema.nullable(),
    people: z.array(dealContactSchema),
    tasks: z.array(dealTaskSchema),
  })
  .meta({ id: 'Deal' });
export type Deal = z.infer<typeof dealSchema>;

/** One line of a deal's history: something said or written, or something changed. */
export const dealMomentSchema = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime(),
    by: localizedTextSchema,
    what: z.discriminatedUnion('kind', [
      logActivitySchema
        .omit({ id: true, kind: true, occurredAt: true })
        .extend({ kind: z.literal('activity'), activity: activityKindSchema, names: z.array(z.string()) }),
      z.object({ kind: z.literal('created'), to: z.string() }),
      z.object({ kind: z.literal('stage'), from: z.string(), to: z.string() }),
      z.object({ kind: z.literal('close_date'), from: z.string(), to: z.string() }),
      z.object({ kind: z.literal('amount'), from: z.string(), to: z.string() }),
      z.object({ kind: z.literal('owner'), from: z.string(), to: z.string() }),
    ]),
  })
  .meta({ id: 'DealMoment' });
export type DealMoment = z.infer<typeof dealMomentSchema>;

/** What narrows pipeline and table; stands in the page's address. */
export const dealFilterSchema = z.object({
  search: z.string().max(120).optional(),
  client: z.uuid().optional(),
  stage: dealStageSchema.optional(),
  /** One's own, or those of one person. */
  owner: z.union([z.literal('mine'), z.uuid()]).optional(),
  product: z.string().max(60).optional(),
  competitor: z.string().max(60).optional(),
  source: z.string().max(60).optional(),
  call: forecastCallSchema.optional(),
  closing: z.enum(['overdue', 'month', 'quarter']).optional(),
  attention: z.enum(['no_next_step', 'stalled', 'single_contact']).optional(),
});
export type DealFilter = z.infer<typeof dealFilterSchema>;
export const dealOrderSchema = z.enum(['close_date', 'amount', 'activity', 'title']);
export type DealOrder = z.infer<typeof dealOrderSchema>;

export const pipelineSchema = z
  .object({
    columns: z.array(
      z.object({
        stage: dealStageSchema,
        deals: z.number().int(),
        /** At the planning rate for what is in dollars. */
        amountCny: z.number(),
        items: z.array(dealCardSchema),
      }),
    ),
  })
  .meta({ id: 'Pipeline' });
export type Pipeline = z.infer<typeof pipelineSchema>;

/** Whether a deal's amount and discount need somebody's yes before it is offered or won, and where that stands. */
export const dealApprovalSchema = z
  .object({ need: dealApprovalNeedSchema.nullable() })
  .meta({ id: 'DealApproval' });
export type DealApproval = z.infer<typeof dealApprovalSchema>;

export const moveDealSchema = z
  .object({ to: dealStageSchema, revision: z.number().int(), outcome: dealOutcomeSchema.nullable() })
  .meta({ id: 'MoveDeal' });
export type MoveDeal = z.infer<typeof moveDealSchema>;
