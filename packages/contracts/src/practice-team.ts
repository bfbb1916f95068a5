import { z } from 'zod';
import { localizedTextSchema } from './language.ts';
import {
  personaChoiceSchema,
  practiceLevelSchema,
  practiceScenarioSchema,
  practiceSkillSchema,
} from './roleplay.ts';

/** One finished talk on the way of a seller. */
export const practiceProgressSchema = z
  .object({
    talks: z.array(
      z.object({
        id: z.uuid(),
        at: z.iso.datetime(),
        scenario: practiceScenarioSchema,
        level: practiceLevelSchema,
        total: z.number(),
        skills: z.array(z.object({ skill: practiceSkillSchema, points: z.number() })),
      }),
    ),
    /** Best handed-in result per scenario and level. */
    best: z.array(
      z.object({ scenario: practiceScenarioSchema, level: practiceLevelSchema, total: z.number() }),
    ),
    thresholds: z.record(practiceLevelSchema, z.number()),
    certificates: z.array(
      z.object({
        id: z.uuid(),
        level: practiceLevelSchema,
        points: z.number(),
        person: localizedTextSchema,
        issuedAt: z.iso.datetime(),
      }),
    ),
  })
  .meta({ id: 'PracticeProgress' });
export type PracticeProgress = z.infer<typeof practiceProgressSchema>;

export const assignmentSchema = z
  .object({
    id: z.uuid(),
    userId: z.uuid(),
    person: localizedTextSchema,
    by: localizedTextSchema,
    scenario: practiceScenarioSchema,
    level: practiceLevelSchema,
    persona: personaChoiceSchema,
    customer: localizedTextSchema,
    /** Points the talk must reach. */
    least: z.number().int(),
    dueOn: z.iso.date(),
    note: z.string(),
    sessionId: z.uuid().nullable(),
    /** Best result so far. */
    total: z.number().nullable(),
    doneAt: z.iso.datetime().nullable(),
    overdue: z.boolean(),
  })
  .meta({ id: 'PracticeAssignment' });
export type PracticeAssignment = z.infer<typeof assignmentSchema>;
export const assignPracticeSchema = z.object({
  userId: z.uuid(),
  scenario: practiceScenarioSchema,
  level: practiceLevelSchema,
  persona: personaChoiceSchema,
  least: z.number().int().min(0).max(100),
  dueOn: z.iso.date(),
  note: z.string().trim().max(500).default(''),
});
export type AssignPractice = z.infer<typeof assignPracticeSchema>;
export const thresholdsSchema = z.object({
  easy: z.number().int().min(1).max(100),
  medium: z.number().int().min(1).max(100),
  hard: z.number().int().min(1).max(100),
});
export type Thresholds = z.infer<typeof thresholdsSchema>;
export const overrideScoreSchema = z.object({
  /** Null takes the correction back. */
  total: z.number().int().min(0).max(100).nullable(),
  reason: z.string().trim().min(3).max(500),
});

/** A manager's view: what was handed in, never what somebody practised alone. */
export const teamBoardSchema = z
  .object({
    members: z.array(
      z.object({
        userId: z.uuid(),
        name: localizedTextSchema,
        /** All finished talks, as a number only. */
        practised: z.number().int(),
        handedIn: z.number().int(),
        skills: z.array(z.object({ skill: practiceSkillSchema, points: z.number() })),
        certificates: z.array(practiceLevelSchema),
        open: z.number().int(),
        overdue: z.number().int(),
      }),
    ),
    talks: z.array(
      z.object({
        id: z.uuid(),
        userId: z.uuid(),
        seller: localizedTextSchema,
        scenario: practiceScenarioSchema,
        level: practiceLevelSchema,
        total: z.number(),
        overridden: z.boolean(),
        at: z.iso.datetime(),
      }),
    ),
    assignments: z.array(assignmentSchema),
    thresholds: thresholdsSchema,
  })
  .meta({ id: 'PracticeTeam' });
export type TeamBoard = z.infer<typeof teamBoardSchema>;
