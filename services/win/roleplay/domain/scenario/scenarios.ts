import type { PracticeLevel, PracticeScenario } from '@tokenholic/contracts';
import type { Plan, Scenario } from './scenario.ts';

const plans = (
  objections: readonly [number, number, number],
  questions: readonly [number, number, number],
  followUps: readonly [number, number, number],
  needs: readonly [number, number, number],
): Record<PracticeLevel, Plan> => {
  const of = (index: 0 | 1 | 2, lines: number): Plan => ({
    ...{ objections: objections[index], questions: questions[index], followUps: followUps[index] },
    ...{ needs: needs[index], lines },
  });
  return { easy: of(0, 12), medium: of(1, 14), hard: of(2, 17) };
};

export const scenarios: Readonly<Record<PracticeScenario, Scenario>> = {
  discovery: {
    id: 'discovery',
    opening: [
      {
        zh: '你好，我是{company}的{name}，{role}。今天有半小时，你想了解什么？',
        en: 'Hello, {name} from {company}, {role}. We have half an hour. What would you like to know?',
      },
      {
        zh: '{name}，{company}的{role}。同事说你们想聊聊{useCase}，请吧。',
        en: '{name}, {role} at {company}. I was told you want to talk about {useCase}. Please.',
      },
    ],
    topics: ['pain', 'today', 'volume', 'goal', 'decision', 'timing'],
    objections: [
      'timing_busy',
      'quality_tried',
      'security_data',
      'need_works',
      'competitor_happy',
      'authority_board',
    ],
    questions: ['why_ask', 'reference'],
    plans: plans([1, 2, 2], [0, 1, 1], [0, 0, 1], [4, 5, 5]),
    rubric: {
      breadth: 0.26,
      depth: 0.2,
      playback: 0.13,
      share: 0.08,
      concerns: 0.1,
      answers: 0.03,
      claims: 0.05,
      step: 0.15,
    },
  },
  technical: {
    id: 'technical',
    opening: [
      {
        zh: '我是{name}，{company}的{role}。{useCase}的方案我看了一点，今天想把技术细节问清楚。',
        en: '{name}, {role} at {company}. I have read a little about {useCase}. Today I want the technical details.',
      },
      {
        zh: '{company}，{name}。概念我都听过了，直接讲我们这种情况怎么落地。',
        en: '{name}, {company}. I know the concepts; tell me how it would work in our case.',
      },
    ],
    topics: ['technology', 'volume', 'today', 'goal'],
    objections: ['quality_peak', 'security_law', 'migration_effort', 'lock_in', 'quality_tried'],
    questions: ['latency', 'quality_proof', 'integration', 'isolation', 'model_choice', 'capacity'],
    plans: plans([1, 1, 2], [2, 3, 3], [0, 1, 1], [1, 2, 2]),
    rubric: {
      answers: 0.32,
      claims: 0.12,
      breadth: 0.12,
      concerns: 0.17,
      brevity: 0.07,
      depth: 0.05,
      step: 0.15,
    },
  },
  objections: {
    id: 'objections',
    opening: [
      {
        zh: '我是{company}的{name}。方案我看了，说实话，内部还有不少顾虑。你先说说看？',
        en: '{name}, {company}. I read your proposal. Frankly, we have doubts. Why don’t you start?',
      },
      {
        zh: '{name}，{company}。今天不听介绍，{useCase}这件事我有几个过不去的坎。',
        en: '{name}, {company}. No presentation today, please: on {useCase} there are a few things I cannot get past.',
      },
    ],
    topics: ['pain', 'decision', 'timing'],
    objections: [
      'price_unit',
      'migration_effort',
      'competitor_cheaper',
      'lock_in',
      'security_data',
      'authority_purchasing',
      'quality_tried',
    ],
    questions: ['reference', 'risk'],
    plans: plans([2, 3, 4], [0, 1, 1], [0, 0, 1], [0, 0, 0]),
    rubric: {
      concerns: 0.4,
      empathy: 0.15,
      depth: 0.08,
      answers: 0.05,
      claims: 0.1,
      share: 0.07,
      step: 0.15,
    },
  },
  executive: {
    id: 'executive',
    opening: [
      {
        zh: '我是{name}，{company}的{role}。我只有十五分钟，你直接说重点。',
        en: '{name}, {role} at {company}. I have fifteen minutes. Get to the point.',
      },
      {
        zh: '{company}，{name}。技术我不懂，也不想懂，告诉我为什么要在{useCase}上花钱。',
        en: '{name}, {company}. I do not follow the technology and need not. Tell me why we should spend on {useCase}.',
      },
    ],
    topics: ['goal', 'pain', 'decision'],
    objections: [
      'need_hype',
      'price_budget',
      'authority_board',
      'timing_later',
      'lock_in',
      'competitor_happy',
    ],
    questions: ['outcome', 'risk', 'why_you', 'ask'],
    plans: plans([1, 2, 2], [1, 2, 3], [0, 0, 1], [1, 1, 2]),
    rubric: {
      value: 0.24,
      answers: 0.22,
      brevity: 0.13,
      concerns: 0.15,
      breadth: 0.06,
      claims: 0.05,
      step: 0.15,
    },
  },
};

/** How a level plays: the mood to begin with, how hard moods swing, and what counts as an answer. */
export const levels: Readonly<
  Record<
    PracticeLevel,
    { mood: number; good: number; bad: number; answer: number; step: number; agrees: number }
  >
> = {
  easy: { mood: 62, good: 1.1, bad: 0.8, answer: 0.45, step: 0.65, agrees: 45 },
  medium: { mood: 50, good: 1, bad: 1, answer: 0.55, step: 0.65, agrees: 50 },
  hard: { mood: 40, good: 0.9, bad: 1.2, answer: 0.6, step: 0.8, agrees: 55 },
};
