import { writeFileSync } from 'node:fs';
import { reference } from '@tokenholic/reference';
import { GROUNDS, groundsOf } from '../../services/map/research/domain/analysis/confidence.ts';
import {
  buildGazetteer,
  conclude,
  readPage,
  surveyPage,
} from '../../services/map/research/domain/analysis/index.ts';
import type { Statement } from '../../services/map/research/domain/analysis/statements.ts';
import { createCalibration } from './calibration.ts';
import { developmentSets } from './labelled.ts';
import { learnMeanings } from './meanings.ts';
import { isRight } from './measure-labelled.ts';

// Learns how likely a statement is right from what it rests on: a logistic regression over the passages to develop by, none of
// them held out. `--cross-validate` says instead how far stated and measured confidence are apart on passages left out.

const LEARNING = { epochs: 2000, rate: 0.3, ridge: 0.002 };
const FOLDS = 5;
/**
 * The rules were written by the other passages and are right there more often than anywhere else: those by another hand, which
 * are more like a page that nobody has read, count as much as all others together.
 */
const BY_ANOTHER_HAND = 'by another hand';

interface Example {
  values: readonly number[];
  isRight: boolean;
  weight: number;
  passage: number;
  set: string;
}

const print = (line: string) => process.stdout.write(`${line}\n`);
const gazetteer = buildGazetteer(reference);
const passages = developmentSets().flatMap(({ name, passages: all }) =>
  all.map((passage) => ({ set: name, passage, survey: surveyPage(passage.text, gazetteer) })),
);
const meanings = await learnMeanings(
  passages.flatMap(({ survey }) => survey.texts),
  print,
);
const engine = { via: 'rules' as const, model: null, reason: 'benchmark' };

const examples: Example[] = [];
for (const [number, { set, passage, survey }] of passages.entries()) {
  const { client, text } = passage;
  const page = { id: 'page', title: client, text, url: null, sourceKind: 'website' as const, date: null };
  const statements: Statement[] = [];
  const reading = readPage(page, gazetteer, {
    ...{ client: [client], survey, ...meanings },
    observeStatement: (statement) => statements.push(statement),
  });
  for (const finding of conclude([reading], engine).findings) {
    const own = statements.filter(
      (one) =>
        one.useCaseId === finding.useCaseId &&
        one.providerId === finding.providerId &&
        one.standing === finding.standing &&
        one.modelName?.toLowerCase() === finding.modelName?.toLowerCase(),
    );
    for (const statement of own)
      examples.push({
        ...{ values: groundsOf(statement), isRight: isRight(finding, passage), weight: 1 / own.length },
        ...{ passage: number, set },
      });
  }
}
const weightOf = (isOf: (set: string) => boolean) =>
  examples.reduce((sum, { set, weight }) => sum + (isOf(set) ? weight : 0), 0);
const byAnother = weightOf((set) => set === BY_ANOTHER_HAND);
const byOthers = weightOf((set) => set !== BY_ANOTHER_HAND);
for (const example of examples)
  example.weight *= 0.5 / (example.set === BY_ANOTHER_HAND ? byAnother : byOthers);

const chanceBy = (weights: readonly number[], values: readonly number[]) =>
  1 / (1 + Math.exp(-values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)));

function learn(from: readonly Example[]): number[] {
  const weights = GROUNDS.map(() => 0);
  const squares = GROUNDS.map(() => 1e-8);
  for (let epoch = 0; epoch < LEARNING.epochs; epoch += 1) {
    const slopes = weights.map((weight, at) => (at === 0 ? 0 : weight * LEARNING.ridge));
    for (const { values, isRight: right, weight } of from) {
      const error = (chanceBy(weights, values) - Number(right)) * weight;
      for (const [at, value] of values.entries()) slopes[at] = (slopes[at] ?? 0) + error * value;
    }
    for (const [at, slope] of slopes.entries()) {
      squares[at] = (squares[at] ?? 0) + slope * slope;
      weights[at] = (weights[at] ?? 0) - (LEARNING.rate * slope) / Math.sqrt(squares[at] ?? 1);
    }
  }
  return weights;
}

if (process.argv.includes('--cross-validate')) {
  const folds = Array.from({ length: FOLDS }, (_, fold) =>
    learn(examples.filter(({ passage }) => passage % FOLDS !== fold)),
  );
  for (const isHard of [true, false]) {
    const calibration = createCalibration();
    for (const { set, values, isRight: right, passage } of examples)
      if ((set === BY_ANOTHER_HAND) === isHard)
        calibration.add(chanceBy(folds[passage % FOLDS] ?? [], values), right);
    print(isHard ? `left out, ${BY_ANOTHER_HAND}` : 'left out, all others');
    calibration.print(print);
  }
} else {
  const weights = learn(examples);
  const named = Object.fromEntries(GROUNDS.map((name, at) => [name, Number((weights[at] ?? 0).toFixed(2))]));
  const file = new URL(
    '../../services/map/research/domain/analysis/meaning/confidence-weights.json',
    import.meta.url,
  );
  writeFileSync(file, `${JSON.stringify(named, null, 2)}\n`);
  print(`${examples.length} statements; ${JSON.stringify(named)}`);
}
