import { reference } from '@tokenholic/reference';
import { expect, test } from 'vitest';
import { buildGazetteer, conclude, readPage, surveyPage } from './index.ts';

const gazetteer = buildGazetteer(reference);

/** Confidence in the first finding of a text whose every sentence means these shares of uses and of standings. */
function confidenceIn(
  text: string,
  uses: Readonly<Record<string, number>> | null = null,
  standings: Readonly<Record<string, number>> | null = null,
): number {
  const page = { id: 'page', title: 'Blog', url: null, sourceKind: 'website' as const, date: null };
  const sharesOf = (shares: Readonly<Record<string, number>> | null) =>
    shares === null ? null : new Map(Object.entries(shares));
  const reading = readPage({ ...page, text }, gazetteer, {
    ...{ client: ['Acme'], survey: surveyPage(text, gazetteer) },
    ...{ meaningOf: () => sharesOf(uses), standingOf: () => sharesOf(standings) },
  });
  const engine = { via: 'rules' as const, model: null, reason: 'no_model_configured' };
  const [finding] = conclude([reading], engine).findings;
  if (finding === undefined) throw new Error(`Nothing was found in: ${text}`);
  return finding.confidence.score;
}

test('a use told by meaning alone is the surer the likelier it is beside the others', () => {
  const text = 'Gemini does the boards for each of our films.';
  const sure = confidenceIn(text, { script_writing: 0.9, video_editing: 0.05, none: 0.05 });
  const torn = confidenceIn(text, { script_writing: 0.4, video_editing: 0.35, none: 0.25 });
  expect(sure).toBeGreaterThan(torn + 0.05);
});

test('a known word is the surer when its sentence means the same', () => {
  const text = 'Our customer service chatbot runs on GPT-5.2.';
  const agrees = confidenceIn(text, { cs_chatbot: 0.8, rag_qa: 0.1, none: 0.1 });
  const differs = confidenceIn(text, { cs_chatbot: 0.1, rag_qa: 0.8, none: 0.1 });
  expect(agrees).toBeGreaterThan(differs);
});

test('a standing is the surer when its sentence means the same', () => {
  const text = 'Our customer service chatbot runs on GPT-5.2.';
  const agrees = confidenceIn(text, null, { current: 0.8, planned: 0.1, none: 0.1 });
  const differs = confidenceIn(text, null, { current: 0.1, planned: 0.8, none: 0.1 });
  expect(agrees).toBeGreaterThan(differs);
});

test('who serves a model is surer where the text tells it than where its maker is assumed', () => {
  expect(confidenceIn('智能客服由百炼上的 Qwen3-Max 驱动。')).toBeGreaterThan(
    confidenceIn('智能客服由 Qwen3-Max 驱动。'),
  );
});

test('a use that only the kind of model suggests is of low confidence', () => {
  expect(confidenceIn('We use Seedream 4.0.')).toBeLessThan(0.45);
});

test('a plain statement read by words alone is of high confidence, and never certain', () => {
  const score = confidenceIn('The document processing pipeline uses Claude Sonnet 4.6 on AWS Bedrock.');
  expect(score).toBeGreaterThanOrEqual(0.75);
  expect(score).toBeLessThanOrEqual(0.95);
});
