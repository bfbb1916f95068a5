import type { PracticeLevel, PracticeScenario } from '@tokenholic/contracts';

export const SCENARIOS: readonly PracticeScenario[] = ['discovery', 'technical', 'objections', 'executive'];
export const LEVELS: readonly PracticeLevel[] = ['easy', 'medium', 'hard'];

export type Mood = 'hostile' | 'cool' | 'neutral' | 'interested' | 'keen';
/** A word for the customer's mood, 0 to 100. */
export const moodOf = (mood: number): Mood =>
  mood < 20 ? 'hostile' : mood < 40 ? 'cool' : mood < 60 ? 'neutral' : mood < 80 ? 'interested' : 'keen';

export type Grade = 'strong' | 'fair' | 'weak';
export const gradeOf = (points: number): Grade => (points >= 75 ? 'strong' : points >= 50 ? 'fair' : 'weak');
