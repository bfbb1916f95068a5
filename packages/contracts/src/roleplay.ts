import { z } from 'zod';
import { languageSchema, localizedTextSchema } from './language.ts';

export const practiceScenarioSchema = z.enum(['discovery', 'technical', 'objections', 'executive']);
export type PracticeScenario = z.infer<typeof practiceScenarioSchema>;
export const practiceLevelSchema = z.enum(['easy', 'medium', 'hard']);
export type PracticeLevel = z.infer<typeof practiceLevelSchema>;
export const practiceSkillSchema = z.enum(['discovery', 'objections', 'value', 'clarity', 'next_step']);
export type PracticeSkill = z.infer<typeof practiceSkillSchema>;

export const practiceTurnSchema = z.object({ speaker: z.enum(['seller', 'customer']), text: z.string() });
export type PracticeTurn = z.infer<typeof practiceTurnSchema>;

export const practiceScoreSchema = z.object({
  /** Mean of the skills, 0 to 100. */
  total: z.number(),
  skills: z.array(
    z.object({
      skill: practiceSkillSchema,
      points: z.number(),
      /** The seller's own words this is judged by; null when nothing was said to that end. */
      quote: z.string().nullable(),
      better: localizedTextSchema,
    }),
  ),
});
export type PracticeScore = z.infer<typeof practiceScoreSchema>;

export const practiceCoachSchema = z.object({
  /** Share of all words in the talk that the seller said, 0 to 1. */
  talkRatio: z.number(),
  openQuestions: z.number().int(),
  closedQuestions: z.number().int(),
  unansweredObjection: z.string().nullable(),
  unsupportedFigures: z.array(z.string()),
  hint: localizedTextSchema,
});

export const practiceSessionSchema = z
  .object({
    id: z.uuid(),
    scenario: practiceScenarioSchema,
    level: practiceLevelSchema,
    language: languageSchema,
    turns: z.array(practiceTurnSchema),
    /** How well disposed the customer is, 0 to 100. */
    mood: z.number(),
    coach: practiceCoachSchema,
    score: practiceScoreSchema.nullable(),
    branchedFrom: z.uuid().nullable(),
    startedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'PracticeSession' });
export type PracticeSession = z.infer<typeof practiceSessionSchema>;

export const startPracticeSchema = z.object({
  scenario: practiceScenarioSchema,
  level: practiceLevelSchema,
  language: languageSchema,
});
export type StartPractice = z.infer<typeof startPracticeSchema>;
