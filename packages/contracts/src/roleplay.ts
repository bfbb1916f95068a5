import { z } from 'zod';
import { languageSchema, localizedTextSchema } from './language.ts';
import { objectionCategorySchema } from './objections.ts';
import { confidenceSchema, engineSchema } from './taxonomy.ts';

export const practiceScenarioSchema = z.enum(['discovery', 'technical', 'objections', 'executive']);
export type PracticeScenario = z.infer<typeof practiceScenarioSchema>;
export const practiceLevelSchema = z.enum(['easy', 'medium', 'hard']);
export type PracticeLevel = z.infer<typeof practiceLevelSchema>;
export const practiceSkillSchema = z.enum([
  'discovery',
  'listening',
  'objections',
  'value',
  'evidence',
  'clarity',
  'next_step',
]);
export type PracticeSkill = z.infer<typeof practiceSkillSchema>;
export const practiceCriterionSchema = z.enum([
  'breadth',
  'depth',
  'playback',
  'share',
  'answers',
  'concerns',
  'empathy',
  'value',
  'claims',
  'brevity',
  'step',
]);
export type PracticeCriterion = z.infer<typeof practiceCriterionSchema>;
/** Where a talk stands. */
export const practicePhaseSchema = z.enum(['opening', 'exploring', 'challenging', 'deciding', 'closed']);
export type PracticePhase = z.infer<typeof practicePhaseSchema>;
export const practiceOutcomeSchema = z.enum(['agreed', 'parked', 'left', 'time_up', 'stopped']);
export type PracticeOutcome = z.infer<typeof practiceOutcomeSchema>;
/** Why the customer's mood changed. */
export const moodReasonSchema = z.enum([
  'asked_openly',
  'followed_up',
  'listened',
  'answered',
  'partly',
  'asked_back',
  'ignored',
  'asked_again',
  'repeated',
  'listed',
  'echoed',
  'barrage',
  'pitched_early',
  'unsupported',
  'supported',
  'long',
  'jargon',
  'concrete_step',
  'vague_step',
]);
export type MoodReason = z.infer<typeof moodReasonSchema>;

export const practiceFactSchema = z.enum([
  ...(['today', 'history', 'pain', 'cost', 'volume', 'spend', 'goal', 'stake'] as const),
  ...(['decider', 'budget', 'deadline', 'data', 'stack'] as const),
]);
export type PracticeFact = z.infer<typeof practiceFactSchema>;
export const knownObjectionSchema = z.object({
  category: objectionCategorySchema,
  /** The client's own words; null when only the kind is known. */
  text: z.string().nullable(),
});
const personaFields = {
  id: z.string(),
  origin: z.enum(['library', 'form', 'client']),
  clientId: z.uuid().nullable(),
  name: localizedTextSchema,
  role: localizedTextSchema,
  company: localizedTextSchema,
  industryId: z.string(),
  size: z.enum(['small', 'medium', 'large']),
  /** How much the customer knows about models: a novice dislikes jargon, an expert wants depth. */
  knowledge: z.enum(['novice', 'informed', 'expert']),
  useCase: localizedTextSchema,
  provider: localizedTextSchema,
};
/** What the seller is told before the talk; the facts are for finding out. */
export const practiceBriefSchema = z
  .object({ ...personaFields, knownObjections: z.number().int() })
  .meta({ id: 'PracticeBrief' });
export type PracticeBrief = z.infer<typeof practiceBriefSchema>;
export const practicePersonaSchema = z.object({
  ...personaFields,
  facts: z.record(practiceFactSchema, localizedTextSchema),
  knownObjections: z.array(knownObjectionSchema),
});
export type PracticePersona = z.infer<typeof practicePersonaSchema>;

/** What one part of a customer after a client was made from. */
export const practiceOriginSchema = z.object({
  part: z.enum(['use_case', 'provider', 'volume', 'spend', 'doubt']),
  text: localizedTextSchema,
  /** Words of the page the map has it from; null: computed, or in the client's own words. */
  quote: z.string().nullable(),
  url: z.string().nullable(),
  /** Of a doubt. */
  category: objectionCategorySchema.nullable(),
});
export type PracticeOrigin = z.infer<typeof practiceOriginSchema>;
/** A customer after a client, before the talk: who it is, what it was made from, and what is invented. */
export const clientPersonaSchema = z
  .object({
    persona: practiceBriefSchema,
    madeFrom: z.array(practiceOriginSchema),
    invented: z.array(practiceFactSchema),
  })
  .meta({ id: 'PracticeClientPersona' });
export type ClientPersonaPreview = z.infer<typeof clientPersonaSchema>;

const short = z.string().trim().max(80).default('');
export const personaFormSchema = z.object({
  industryId: z.string().min(1).max(60),
  size: personaFields.size,
  knowledge: personaFields.knowledge,
  name: short,
  role: short,
  company: short,
  useCase: short,
  provider: short,
  objections: z.array(objectionCategorySchema).max(4).default([]),
});
export type PersonaForm = z.infer<typeof personaFormSchema>;
export const personaChoiceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('library'), id: z.string().max(60) }),
  z.object({ kind: z.literal('form'), form: personaFormSchema }),
  z.object({ kind: z.literal('client'), clientId: z.uuid() }),
]);
export type PersonaChoice = z.infer<typeof personaChoiceSchema>;

/** A figure or a superlative the seller stated, and what bears it out. */
export const practiceClaimSchema = z.object({
  text: z.string(),
  basis: z.enum(['knowledge', 'customer', 'none']),
  source: z.object({ title: z.string(), quote: z.string(), url: z.string().nullable() }).nullable(),
});
export type PracticeClaim = z.infer<typeof practiceClaimSchema>;
export const practiceTurnSchema = z.object({
  speaker: z.enum(['seller', 'customer']),
  text: z.string(),
  /** Who played the customer's line. */
  engine: engineSchema.nullable().default(null),
  /** The customer's mood after this line, 0 to 100, and what moved it. */
  mood: z.number().nullable().default(null),
  reasons: z.array(moodReasonSchema).default([]),
  claims: z.array(practiceClaimSchema).default([]),
});
export type PracticeTurn = z.infer<typeof practiceTurnSchema>;

export const practicePointSchema = z.object({
  criterion: practiceCriterionSchema,
  skill: practiceSkillSchema,
  /** Share of the total, in [0, 1]. */
  weight: z.number(),
  /** 0 to 100. */
  points: z.number(),
  reason: localizedTextSchema,
  /** The seller's own words it is judged by; `turn` is the index in the talk. */
  evidence: z.array(z.object({ turn: z.number().int(), quote: z.string(), good: z.boolean() })),
  /** A wording that would have done better in this talk; null when nothing is to be bettered. */
  better: localizedTextSchema.nullable(),
});
export type PracticePoint = z.infer<typeof practicePointSchema>;
export const scoreOverrideSchema = z.object({
  total: z.number().int().min(0).max(100),
  reason: z.string(),
  by: localizedTextSchema,
  at: z.iso.datetime(),
});
export const practiceScoreSchema = z.object({
  /** As computed, 0 to 100; a manager's correction stands beside it. */
  total: z.number(),
  hints: z.number().int(),
  skills: z.array(z.object({ skill: practiceSkillSchema, points: z.number() })),
  criteria: z.array(practicePointSchema),
  engine: engineSchema,
});
export type PracticeScore = z.infer<typeof practiceScoreSchema>;

export const practiceCoachSchema = z.object({
  /** Share of all words in the talk that the seller said, 0 to 1. */
  talkRatio: z.number(),
  openQuestions: z.number().int(),
  closedQuestions: z.number().int(),
  unansweredObjection: z.string().nullable(),
  unansweredQuestion: z.string().nullable(),
  unsupportedClaims: z.array(z.string()),
  nextStep: z.enum(['missing', 'vague', 'concrete']),
});
export type PracticeCoach = z.infer<typeof practiceCoachSchema>;
export const practiceHintSchema = z.object({ advice: localizedTextSchema, example: localizedTextSchema });
export type PracticeHint = z.infer<typeof practiceHintSchema>;

const attemptSchema = z.object({
  id: z.uuid(),
  branchedFrom: z.uuid().nullable(),
  /** How many of the seller's lines it has in common with that talk. */
  branchedAt: z.number().int().nullable(),
  total: z.number().nullable(),
  startedAt: z.iso.datetime(),
});
const talkFields = {
  id: z.uuid(),
  scenario: practiceScenarioSchema,
  level: practiceLevelSchema,
  language: languageSchema,
  seller: localizedTextSchema,
  /** The talk is of the person who looks. */
  mine: z.boolean(),
  outcome: practiceOutcomeSchema.nullable(),
  assignmentId: z.uuid().nullable(),
  /** Set when managers may read it. */
  handedInAt: z.iso.datetime().nullable(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
};
/** A talk in a list. `total` is what counts: a manager's correction, else the computed score. */
export const practiceListedSchema = z
  .object({ ...talkFields, customer: localizedTextSchema, total: z.number().nullable() })
  .meta({ id: 'PracticeListed' });
export type PracticeListed = z.infer<typeof practiceListedSchema>;
export const practiceSessionSchema = z
  .object({
    ...talkFields,
    persona: practiceBriefSchema,
    phase: practicePhaseSchema,
    turns: z.array(practiceTurnSchema),
    /** How well disposed the customer is, 0 to 100. */
    mood: z.number(),
    linesLeft: z.number().int(),
    hints: z.number().int(),
    /** What there was to find out: the customer's words once told, or once the talk is over. */
    topics: z.array(
      z.object({ fact: practiceFactSchema, told: z.boolean(), text: localizedTextSchema.nullable() }),
    ),
    coach: practiceCoachSchema,
    score: practiceScoreSchema.nullable(),
    /** How sure the computed score is: how much of it rests on the seller's own words. */
    confidence: confidenceSchema.nullable(),
    override: scoreOverrideSchema.nullable(),
    /** A model is judging it; until then the rules' score stands. */
    judging: z.boolean(),
    branchedFrom: z.uuid().nullable(),
    branchedAt: z.number().int().nullable(),
    attempts: z.array(attemptSchema),
  })
  .meta({ id: 'PracticeSession' });
export type PracticeSession = z.infer<typeof practiceSessionSchema>;

export const startPracticeSchema = z.object({
  scenario: practiceScenarioSchema,
  level: practiceLevelSchema,
  language: languageSchema,
  persona: personaChoiceSchema.default({ kind: 'library', id: 'e-commerce' }),
  assignmentId: z.uuid().nullable().default(null),
});
export type StartPractice = z.infer<typeof startPracticeSchema>;
