import { z } from 'zod';
import { practiceLevelSchema, practiceScenarioSchema } from '../roleplay.ts';

const talk = { sessionId: z.uuid(), scenario: practiceScenarioSchema, level: practiceLevelSchema };

/** Topic `enablement_events`: how sellers practise. Published by win/roleplay. */
export const enablementEvents = {
  'practice.started': { 1: z.object(talk) },
  'practice.scored': { 1: z.object({ ...talk, total: z.number() }) },
} as const;
