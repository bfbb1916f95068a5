import { writeFileSync } from 'node:fs';
import { reference } from '@tokenholic/reference';
import { buildGazetteer, readPage, surveyPage } from '../../services/map/research/domain/analysis/index.ts';
import { EVIDENCE, type Evidence } from '../../services/map/research/domain/analysis/use-evidence.ts';
import { developmentSets } from './labelled.ts';
import { learnMeanings } from './meanings.ts';
import { sameModel } from './measure-labelled.ts';

// Learns how much each kind of evidence counts where no known word tells a use: a softmax over the uses with one weight for
// each kind of evidence, from the passages to develop by. So few weights cannot learn the passages by heart; none is held out.

const LEARNING = { epochs: 300, rate: 0.3, ridge: 0.0005 };

interface Choice {
  values: readonly (readonly number[])[];
  isRight: readonly boolean[];
}

const print = (line: string) => process.stdout.write(`${line}\n`);
const gazetteer = buildGazetteer(reference);
const passages = developmentSets().flatMap((set) => set.passages);
const surveyed = passages.map((passage) => ({ passage, survey: surveyPage(passage.text, gazetteer) }));
const meanings = await learnMeanings(
  surveyed.flatMap(({ survey }) => survey.texts),
  print,
);

const choices: Choice[] = [];
for (const { passage, survey } of surveyed) {
  const { client, text, expected } = passage;
  const page = { id: 'page', title: client, text, url: null, sourceKind: 'website' as const, date: null };
  readPage(page, gazetteer, {
    ...{ client: [client], survey, ...meanings },
    observe({ providerId, modelName }, evidence: Evidence) {
      const ofModel = expected.filter(({ model }) => model !== null && sameModel(modelName, model));
      const ofProvider = expected.filter((one) => one.providerId === providerId && providerId !== null);
      const right = new Set((ofModel.length > 0 ? ofModel : ofProvider).map(({ useCaseId }) => useCaseId));
      const isRight = [...evidence.keys()].map((use) => right.has(use));
      if (isRight.includes(true)) choices.push({ values: [...evidence.values()], isRight });
    },
  });
}

const weights = EVIDENCE.map(() => 0);
const squares = EVIDENCE.map(() => 1e-8);
for (let epoch = 0; epoch < LEARNING.epochs; epoch += 1) {
  const gradient = weights.map((weight) => weight * LEARNING.ridge);
  for (const choice of choices) addSlopes(choice, gradient);
  for (const [at, slope] of gradient.entries()) {
    squares[at] = (squares[at] ?? 0) + slope * slope;
    weights[at] = (weights[at] ?? 0) - (LEARNING.rate * slope) / Math.sqrt(squares[at] ?? 1);
  }
}

/** Towards all right uses together: which of them is meant here, the label does not say. */
function addSlopes({ values, isRight }: Choice, gradient: number[]): void {
  const powers = values.map((own) =>
    Math.exp(own.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)),
  );
  const total = powers.reduce((sum, power) => sum + power, 0);
  const right = powers.reduce((sum, power, use) => sum + (isRight[use] ? power : 0), 0);
  for (const [use, power] of powers.entries()) {
    const slope = power / total - (isRight[use] ? power / right : 0);
    values[use]?.forEach((value, at) => {
      gradient[at] = (gradient[at] ?? 0) + (slope * value) / choices.length;
    });
  }
}

const file = new URL('../../services/map/research/domain/analysis/meaning/use-weights.json', import.meta.url);
const named = Object.fromEntries(EVIDENCE.map((name, at) => [name, Number((weights[at] ?? 0).toFixed(2))]));
writeFileSync(file, `${JSON.stringify(named, null, 2)}\n`);
print(`${choices.length} choices; ${JSON.stringify(named)}`);
