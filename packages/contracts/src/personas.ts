import { z } from 'zod';
import { consentCheckSchema } from './consent.ts';
import { localizedTextSchema } from './language.ts';
import { confidenceSchema, engineSchema } from './taxonomy.ts';

/** What is said of a person, in the order in which it is read. */
export const personaTraitKeySchema = z.enum([
  ...(['channel', 'length', 'formality', 'proof', 'language'] as const),
  ...(['decision_style', 'risk', 'buying_role'] as const),
  ...(['priority', 'pain'] as const),
  ...(['active_hours', 'active_days', 'answer_time', 'trend'] as const),
  ...(['answers_within_day', 'best_time', 'likely_objection'] as const),
]);
export type PersonaTraitKey = z.infer<typeof personaTraitKeySchema>;

const TOPICS = [
  ...(['cost', 'quality', 'performance', 'security', 'integration'] as const),
  ...(['support', 'timeline', 'independence', 'business_result', 'ease_of_use'] as const),
] as const;

/**
 * Values a trait can have: an empty list is a figure or a time. Closed lists on purpose: what is not in them, such as health,
 * religion, politics or ethnicity, cannot be said of a person at all.
 */
export const personaTraitValues = {
  channel: ['email', 'call', 'meeting'],
  length: ['brief', 'moderate', 'detailed'],
  formality: ['formal', 'neutral', 'casual'],
  proof: ['data', 'story'],
  language: ['zh', 'en', 'both'],
  decision_style: ['analytical', 'driving', 'amiable', 'expressive'],
  risk: ['cautious', 'open'],
  buying_role: [
    ...(['economic_buyer', 'champion', 'technical_evaluator', 'user'] as const),
    ...(['procurement', 'legal', 'blocker'] as const),
  ],
  priority: TOPICS,
  pain: TOPICS,
  active_hours: [],
  active_days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
  answer_time: ['within_hours', 'within_day', 'within_days', 'slow'],
  trend: ['rising', 'steady', 'falling'],
  answers_within_day: [],
  best_time: [],
  likely_objection: [
    ...(['price', 'security', 'lock_in', 'timing', 'competitor'] as const),
    ...(['quality', 'authority', 'need', 'migration'] as const),
  ],
} as const satisfies Record<PersonaTraitKey, readonly string[]>;

/** Traits of which a person can have several. */
export const PERSONA_LISTS = ['priority', 'pain', 'active_days', 'likely_objection'] as const;

/** Where an interaction took place. */
export const personaChannelSchema = z.enum(['email', 'call', 'meeting', 'note', 'web']);
export type PersonaChannel = z.infer<typeof personaChannelSchema>;

/** Something the person wrote, said or did. */
export const personaEvidenceSchema = z.object({
  activityId: z.uuid(),
  at: z.iso.datetime(),
  channel: personaChannelSchema,
  /** Their own words; null when it is what they did that counts. */
  quote: z.string().nullable(),
});
export type PersonaEvidence = z.infer<typeof personaEvidenceSchema>;

export const personaTraitSchema = z.object({
  key: personaTraitKeySchema,
  value: z.string(),
  label: localizedTextSchema,
  /** How it was worked out, in a sentence with its figures. */
  detail: localizedTextSchema,
  confidence: confidenceSchema,
  /** Activities that say so, and those that say the strongest other. */
  support: z.number().int(),
  against: z.number().int(),
  /** A figure with its 95 % interval: hours, or a share in [0, 1]. */
  estimate: z
    .object({ value: z.number(), low: z.number(), high: z.number(), unit: z.enum(['hours', 'share']) })
    .nullable(),
  evidence: z.array(personaEvidenceSchema),
  via: z.enum(['model', 'rules', 'statistics']),
});
export type PersonaTrait = z.infer<typeof personaTraitSchema>;

/** What a person of ours says instead: kept apart from what was worked out, and held over every new version. */
export const personaEditSchema = z.object({
  key: personaTraitKeySchema,
  value: z.string(),
  label: localizedTextSchema,
  /** `set` says it is so, `dismiss` that it is not. */
  action: z.enum(['set', 'dismiss']),
  by: localizedTextSchema,
  at: z.iso.datetime(),
});
export type PersonaEdit = z.infer<typeof personaEditSchema>;

export const personaLineSchema = z.object({
  key: personaTraitKeySchema,
  name: localizedTextSchema,
  /** Surest first; empty: not enough to say. */
  traits: z.array(personaTraitSchema),
  edits: z.array(personaEditSchema),
  /** Values a person can choose; empty: free words, or none where the figure is measured. */
  choices: z.array(z.object({ value: z.string(), label: localizedTextSchema })),
  /** What can be done by hand: choose one, choose several, write a few words, nothing. */
  editing: z.enum(['one', 'many', 'words', 'none']),
  /** Not enough to say: what has been seen and what is missing. */
  missing: localizedTextSchema.nullable(),
});
export type PersonaLine = z.infer<typeof personaLineSchema>;

export const personaChartsSchema = z.object({
  /** What the person did by weekday (Monday first) and hour of the day, in their time zone. */
  hours: z.array(z.array(z.number().int())),
  /** Answers by how long they took, in the order of the bounds, and letters nobody answered within two weeks. */
  answers: z.object({ counts: z.array(z.number().int()), unanswered: z.number().int() }),
  /** By channel: what they began and what we did. */
  channels: z.array(
    z.object({ channel: personaChannelSchema, theirs: z.number().int(), ours: z.number().int() }),
  ),
  /** Week by week (Monday's date), oldest first. */
  weeks: z.array(z.object({ week: z.iso.date(), theirs: z.number().int(), ours: z.number().int() })),
});
export type PersonaCharts = z.infer<typeof personaChartsSchema>;
/** Upper bounds of the answer times that are counted, in hours; the last has none. */
export const PERSONA_ANSWER_BOUNDS = [1, 4, 8, 24, 48, 96] as const;

export const personaAdviceSchema = z.object({
  occasion: z.enum(['email', 'call', 'meeting']),
  text: localizedTextSchema,
  /** The traits it follows from. */
  because: z.array(z.object({ key: personaTraitKeySchema, label: localizedTextSchema })),
});
export type PersonaAdvice = z.infer<typeof personaAdviceSchema>;

const personSchema = z.object({
  contactId: z.uuid(),
  clientId: z.uuid(),
  clientName: z.string(),
  name: z.string(),
  title: z.string(),
});

export const personaSchema = personSchema
  .extend({
    /** False: switched off for this person; nothing is worked out and nothing is kept. */
    allowed: z.boolean(),
    timeZone: z.string(),
    /** Whether a persona may be made: by what the person decided, or by what the seller rests it on. */
    consent: consentCheckSchema,
    /** True while something new has not been read yet. */
    working: z.boolean(),
    /** Null: never worked out. */
    version: z.number().int().nullable(),
    versions: z.array(
      z.object({ number: z.number().int(), at: z.iso.datetime(), activities: z.number().int() }),
    ),
    computedAt: z.iso.datetime().nullable(),
    engine: engineSchema.nullable(),
    /** Activities known, and those with the person's own words. */
    activities: z.number().int(),
    withWords: z.number().int(),
    lines: z.array(personaLineSchema),
    charts: personaChartsSchema.nullable(),
    advice: z.array(personaAdviceSchema),
    /** The next time they are likely to be there, by their usual day and hour. */
    nextMoment: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Persona' });
export type Persona = z.infer<typeof personaSchema>;

export const personaCardSchema = personSchema
  .extend({
    allowed: z.boolean(),
    activities: z.number().int(),
    known: z.number().int(),
    /** The traits that say most, edits over what was worked out. */
    summary: z.array(z.object({ key: personaTraitKeySchema, label: localizedTextSchema })),
  })
  .meta({ id: 'PersonaCard' });
export type PersonaCard = z.infer<typeof personaCardSchema>;

export const editPersonaSchema = z.object({
  key: personaTraitKeySchema,
  value: z.string().trim().min(1).max(120),
  /** Null takes the edit back. */
  action: z.enum(['set', 'dismiss']).nullable(),
});
export type EditPersona = z.infer<typeof editPersonaSchema>;

export const personaSettingsSchema = z.object({
  allowed: z.boolean().optional(),
  timeZone: z.string().max(60).optional(),
});
export type PersonaSettings = z.infer<typeof personaSettingsSchema>;

/** Pages of ours a person opened, as the site's analytics tell it. */
export const webVisitsSchema = z.object({
  visits: z
    .array(
      z.object({
        id: z.uuid(),
        at: z.iso.datetime(),
        title: z.string().trim().min(1).max(200),
        seconds: z.number().int().min(0).max(86_400),
      }),
    )
    .min(1)
    .max(200),
});
export type WebVisits = z.infer<typeof webVisitsSchema>;
