import { z } from 'zod';
import { localizedTextSchema } from '../language.ts';
import { practiceLevelSchema, practiceScenarioSchema } from '../roleplay.ts';

const talk = { sessionId: z.uuid(), scenario: practiceScenarioSchema, level: practiceLevelSchema };
const person = { userId: z.uuid(), person: localizedTextSchema };

/** Topic `enablement_events`: how sellers practise. Published by win/roleplay. */
export const enablementEvents = {
  'practice.started': { 1: z.object(talk) },
  'practice.scored': { 1: z.object({ ...talk, total: z.number() }) },
  /** Of the client when the practice is about one, of the vendor otherwise. */
  'practice.assigned': {
    1: z.object({
      assignmentId: z.uuid(),
      ...person,
      by: localizedTextSchema,
      scenario: practiceScenarioSchema,
      level: practiceLevelSchema,
      dueOn: z.iso.date(),
    }),
  },
  'practice.assignment_done': {
    1: z.object({ assignmentId: z.uuid(), ...person, ...talk, total: z.number() }),
  },
  'practice.handed_in': { 1: z.object({ ...person, ...talk, total: z.number() }) },
  'practice.corrected': {
    1: z.object({ sessionId: z.uuid(), total: z.number().nullable(), by: localizedTextSchema }),
  },
  'practice.certified': {
    1: z.object({ certificateId: z.uuid(), ...person, level: practiceLevelSchema }),
  },
} as const;
