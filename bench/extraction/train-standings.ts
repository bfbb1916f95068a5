import { tenseParts } from '../../services/map/research/domain/analysis/meaning/phrases.ts';
import { crossValidate, writeHead } from './learn-head.ts';
import { readSentences, reportLeftOut } from './training-sentences.ts';

// Learns whether a sentence tells of a use that is there, planned, over, only tried, only rumoured, or of none, from sentences
// written for it (`standings/`). `--cross-validate` says instead how often the standing of a left-out sentence is found.

const lesson = {
  labels: ['current', 'planned', 'ended', 'compared', 'speculated', 'none'],
  ...{ partsOf: tenseParts, wordScale: 3, ridge: 0.001 },
};
const print = (line: string) => process.stdout.write(`${line}\n`);
const sentences = readSentences('standings');

if (process.argv.includes('--cross-validate'))
  reportLeftOut('standing', sentences, await crossValidate(sentences, lesson, () => true), print);
else {
  const folder = '../../services/map/research/domain/analysis/meaning/';
  const file = new URL(`${folder}standing-model.json`, import.meta.url);
  print(
    `${sentences.length} sentences, ${((await writeHead(sentences, lesson, file)) / 1024).toFixed(0)} KB`,
  );
}
