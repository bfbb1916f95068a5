import { z } from 'zod';
import { languageSchema, localizedTextSchema } from './language.ts';
import { engineSchema } from './taxonomy.ts';

/** What is measured of a person, each computed from events. */
export const metricSchema = z.enum([
  ...(['maps_drawn', 'findings_judged', 'tasks_in_time', 'first_answer_hours'] as const),
  ...(['deals_won_cny', 'practice_score', 'handoffs_kept'] as const),
]);
export type Metric = z.infer<typeof metricSchema>;

/** `count` and `sum` grow through a period; `share` and `mean` are of what happened so far. */
export const metricKindSchema = z.enum(['count', 'sum', 'share', 'mean']);
export type MetricKind = z.infer<typeof metricKindSchema>;

export const metricValueSchema = z.object({
  metric: metricSchema,
  /** Null: nothing happened that it could be computed from. */
  value: z.number().nullable(),
  /** 95 % interval of a share or mean; null for counts, and below three records. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Records it rests on. */
  records: z.number().int(),
});
export type MetricValue = z.infer<typeof metricValueSchema>;

const day = z.iso.date();

export const setObjectiveSchema = z
  .object({
    id: z.uuid(),
    userId: z.uuid(),
    metric: metricSchema,
    target: z.number().min(0).max(1e13),
    from: day,
    until: day,
    note: z.string().trim().max(500),
  })
  .refine(({ from, until }) => from <= until, 'must end after it begins')
  .meta({ id: 'SetObjective' });
export type SetObjective = z.infer<typeof setObjectiveSchema>;

/** Where the period will end, were the rest like what was so far. */
export const forecastSchema = z.object({
  /** Null with too little to go by. */
  expected: z.number().nullable(),
  /** 80 % interval. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Chance that the target is reached. */
  chance: z.number().nullable(),
});
export type ProgressForecast = z.infer<typeof forecastSchema>;

export const objectiveSchema = z
  .object({
    id: z.uuid(),
    userId: z.uuid(),
    metric: metricSchema,
    kind: metricKindSchema,
    target: z.number(),
    from: day,
    until: day,
    note: z.string(),
    setBy: z.object({ id: z.uuid(), name: localizedTextSchema }),
    value: metricValueSchema,
    forecast: forecastSchema,
    /** Share of the period's days that are gone. */
    timeGone: z.number(),
    state: z.enum(['reached', 'on_track', 'behind', 'open', 'missed']),
    /** Whether the one who looks may end it. */
    mayEnd: z.boolean(),
  })
  .meta({ id: 'Objective' });
export type Objective = z.infer<typeof objectiveSchema>;

/** Where evidence of a suggestion stands. */
export const evidenceLinkSchema = z.object({
  /** Null: of a client that the one who looks is not assigned to, or of no client. */
  clientId: z.uuid().nullable(),
  eventId: z.uuid(),
  at: z.iso.datetime(),
  text: localizedTextSchema,
});
export type EvidenceLink = z.infer<typeof evidenceLinkSchema>;

export const suggestionRuleSchema = z.enum([
  ...([
    'slow_answers',
    'deferred_kind',
    'practice_low',
    'handoffs_returned',
    'lost_on_price',
    'behind',
  ] as const),
]);
export type SuggestionRule = z.infer<typeof suggestionRuleSchema>;

export const suggestionSchema = z
  .object({
    /** Stays the same while its reason does. */
    key: z.string(),
    rule: suggestionRuleSchema,
    title: localizedTextSchema,
    reason: localizedTextSchema,
    /** What to do about it, and where. */
    step: localizedTextSchema,
    opens: z.enum(['roleplay', 'copilot', 'deals', 'objections', 'performance']),
    evidence: z.array(evidenceLinkSchema),
    /** By how many cases it rests on. */
    confidence: z.enum(['low', 'medium', 'high']),
    answer: z.enum(['accepted', 'dismissed']).nullable(),
  })
  .meta({ id: 'CoachSuggestion' });
export type CoachSuggestion = z.infer<typeof suggestionSchema>;

/** Suggestions in words, and who wrote them. One that is not there keeps the words of the rules. */
export const coachingSchema = z
  .object({
    language: languageSchema,
    engine: engineSchema,
    /** A model is connected and may be asked for better words. */
    modelReady: z.boolean(),
    suggestions: z.array(
      z.object({ key: z.string(), title: z.string(), reason: z.string(), step: z.string() }),
    ),
  })
  .meta({ id: 'Coaching' });
export type Coaching = z.infer<typeof coachingSchema>;

export const answerSuggestionSchema = z.object({
  key: z.string().min(1).max(200),
  answer: z.enum(['accepted', 'dismissed']),
  feedback: z.string().trim().max(500),
});
export type AnswerSuggestion = z.infer<typeof answerSuggestionSchema>;

export const teamAverageSchema = z.object({
  metric: metricSchema,
  /** Null where fewer than five people stand behind it. */
  average: z.number().nullable(),
  people: z.number().int(),
});
export type TeamAverage = z.infer<typeof teamAverageSchema>;

export const performanceSchema = z
  .object({
    person: z.object({ id: z.uuid(), name: localizedTextSchema }),
    from: day,
    until: day,
    metrics: z.array(metricValueSchema.extend({ kind: metricKindSchema })),
    team: z.array(teamAverageSchema),
    /** People it takes before an average is shown. */
    teamNeeds: z.number().int(),
    objectives: z.array(objectiveSchema),
    suggestions: z.array(suggestionSchema),
  })
  .meta({ id: 'Performance' });
export type Performance = z.infer<typeof performanceSchema>;

export const teamPerformanceSchema = z
  .object({
    from: day,
    until: day,
    people: z.array(
      z.object({
        person: z.object({ id: z.uuid(), name: localizedTextSchema }),
        metrics: z.array(metricValueSchema),
        objectives: z.object({ all: z.number().int(), behind: z.number().int() }),
      }),
    ),
  })
  .meta({ id: 'TeamPerformance' });
export type TeamPerformance = z.infer<typeof teamPerformanceSchema>;
