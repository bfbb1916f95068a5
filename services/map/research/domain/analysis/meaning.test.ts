import { reference } from '@tokenholic/reference';
import { expect, test } from 'vitest';
import { buildGazetteer, readPage, sharesOf, standingSharesOf, surveyPage, type UseShares } from './index.ts';

const gazetteer = buildGazetteer(reference);
const page = (text: string) => ({
  ...{ id: 'page', title: 'Blog', url: null, sourceKind: 'website' as const, date: null },
  text,
});

/** Reads a text whose every sentence means the given use. */
function toldWhereAllMeans(text: string, use: string): string[] {
  const shares: UseShares = new Map([
    [use, 0.9],
    ['none', 0.1],
  ]);
  const context = {
    client: ['Acme'],
    survey: surveyPage(text, gazetteer),
    meaningOf: () => shares,
    standingOf: () => null,
  };
  return readPage(page(text), gazetteer, context).claims.map(
    ({ useCaseId, providerId, standing }) => `${useCaseId}, ${providerId}: ${standing}`,
  );
}

test('a use told without any known word is found by what its sentence means', () => {
  expect(toldWhereAllMeans('Gemini does the boards for each of our films.', 'script_writing')).toEqual([
    'script_writing, google: current',
  ]);
});

test('a known word outweighs what the sentence means', () => {
  expect(toldWhereAllMeans('Gemini does our machine translation.', 'script_writing')).toEqual([
    'translation, google: current',
  ]);
});

test('a model is not linked to what it cannot make, whatever the sentence means', () => {
  expect(toldWhereAllMeans('Seedream 4.0 sits behind it.', 'tts_voice').join()).not.toContain('tts_voice');
});

test('without vectors the page is read by its words alone', () => {
  const { claims } = readPage(page('Gemini sits behind it.'), gazetteer);
  expect(claims.map((claim) => claim.useCaseId)).toEqual([null]);
});

test('of a page only what tells of AI is weighed, without the names, and no more than a bound', () => {
  const { texts } = surveyPage('Our café opened in 1987.\n\nGemini does the boards.', gazetteer);
  expect(texts).toContain('the model does the boards.');
  expect(texts.join()).not.toMatch(/Gemini/);
  expect(surveyPage('Our café opened in 1987. It has forty seats.', gazetteer).texts).toEqual([]);
  const long = Array.from({ length: 900 }, (_, index) => `Gemini does board ${index}.`).join(' ');
  expect(surveyPage(long, gazetteer).texts.length).toBeLessThanOrEqual(121);
});

test.each([
  sharesOf,
  standingSharesOf,
])('the shares of a text sum to one and no vector breaks them', (shares) => {
  for (const vector of [new Float32Array(512).fill(0.04), new Float32Array()])
    for (const text of ['the invoices are read by the model', '', '客服由模型接待']) {
      const sum = [...shares(text, vector).values()].reduce((a, b) => a + b, 0);
      expect(sum).toBeCloseTo(1);
    }
});
