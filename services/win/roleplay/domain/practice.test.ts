import { practiceLevelSchema, practiceScenarioSchema } from '@tokenholic/contracts';
import { expect, test } from 'vitest';
import { cheats } from '../testing/cheats.ts';
import { goodSeller, hold, poorSeller, type Seller } from '../testing/sellers.ts';
import { libraryPersonas, nearestPersona } from './persona/make-persona.ts';
import { scoreTalk } from './rubric/score.ts';
import { scenarios } from './scenario/scenarios.ts';
import type { Setting } from './talk/talk.ts';

const persona = nearestPersona('e-commerce');
const pairs = practiceScenarioSchema.options.flatMap((scenario) =>
  practiceLevelSchema.options.flatMap((level) =>
    (['zh', 'en'] as const).map((language): Setting => ({ scenario, level, language, persona, seed: 11 })),
  ),
);
const result = (setting: Setting, seller: Seller) => {
  const talk = hold(setting, seller);
  return { talk, ...scoreTalk(talk, 0) };
};

test.each(
  pairs.map((setting, index) => ({ ...setting, index })),
)('$scenario, $level, $language: a good seller gets an agreement and stands clearly above a poor one', ({
  index,
  ...setting
}) => {
  for (const one of [libraryPersonas[index % 8], libraryPersonas[(index + 3) % 8]]) {
    const good = result({ ...setting, persona: one ?? persona }, goodSeller);
    const poor = result({ ...setting, persona: one ?? persona }, poorSeller);
    expect(good.talk.outcome).toBe('agreed');
    expect(good.total).toBeGreaterThanOrEqual(60);
    expect(poor.talk.outcome).not.toBe('agreed');
    expect(good.total - poor.total).toBeGreaterThanOrEqual(35);
  }
});

test.each(
  Object.entries(cheats),
)('%s earn next to nothing in any scenario or language, and never an agreement', (_, cheat) => {
  const results = pairs.filter(({ level }) => level !== 'medium').map((setting) => result(setting, cheat));
  const totals = results.map(({ total }) => total);
  expect(Math.max(...totals)).toBeLessThanOrEqual(35);
  expect(totals.reduce((sum, total) => sum + total, 0) / totals.length).toBeLessThanOrEqual(20);
  expect(results.filter(({ talk }) => talk.outcome === 'agreed')).toEqual([]);
});

test('a good talk pasted into another scenario, line by line, stays far below the seller who listens', () => {
  for (const setting of pairs.filter(({ level }) => level === 'medium')) {
    const scenario = setting.scenario === 'executive' ? 'technical' : 'executive';
    const said = hold({ ...setting, seed: 99, scenario }, goodSeller).heard.map(
      ({ reading }) => reading.text,
    );
    const pasted = result(setting, ({ heard }) => said[heard.length % said.length] ?? '');
    expect(pasted.total).toBeLessThanOrEqual(result(setting, goodSeller).total - 25);
  }
});

test('an answer that a customer had to ask for twice is worth less than the same answer at once', () => {
  const setting = { scenario: 'objections', level: 'easy', language: 'en', persona, seed: 11 } as const;
  let passed = false;
  const late: Seller = (talk) => {
    const waits = talk.concerns.some(({ state, kind }) => state === 'open' && kind === 'objection');
    if (!waits || passed) return goodSeller(talk);
    passed = true;
    return 'By the way, I am glad that we found the time to sit together here this morning.';
  };
  const of = (seller: Seller) =>
    result(setting, seller).criteria.find(({ criterion }) => criterion === 'concerns')?.points ?? 0;
  expect(of(late)).toBeLessThan(of(goodSeller));
});

test('every quote of a score stands in the seller’s line it names', () => {
  for (const setting of pairs)
    for (const seller of [goodSeller, poorSeller]) {
      const { talk, criteria } = result(setting, seller);
      for (const { evidence } of criteria)
        for (const { quote, turn } of evidence)
          expect(talk.heard[(turn - 1) / 2]?.reading.text).toContain(quote);
    }
});

test('a customer does not repeat a sentence of their own in a good talk, and two talks of one kind differ', () => {
  for (const setting of pairs) {
    const { replies } = hold(setting, goodSeller);
    const sentences = replies
      .flatMap(({ moves }) => moves.map(({ text }) => text))
      .filter((text) => text.length > 12);
    expect(sentences.filter((one, index) => sentences.indexOf(one) !== index)).toEqual([]);
    const other = hold({ ...setting, seed: 12_345 }, goodSeller);
    expect(other.replies.map(({ text }) => text)).not.toEqual(replies.map(({ text }) => text));
  }
});

test('the weights of each rubric add up to one, and whatever falls short comes with a better wording', () => {
  for (const { rubric } of Object.values(scenarios))
    expect(Object.values(rubric).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
  for (const setting of pairs)
    for (const { points, better } of result(setting, poorSeller).criteria)
      if (points < 85) expect(better).not.toBeNull();
});
