import { crossValidate, writeHead } from './learn-head.ts';
import { readSentences, reportLeftOut } from './training-sentences.ts';

// Learns whether a sentence tells of a use that is there, planned, over, only tried, only rumoured, or of none, from sentences
// written for it (`standings/`). `--cross-validate` says instead how often the standing of a left-out sentence is found.

const STANDINGS = ['current', 'planned', 'ended', 'compared', 'speculated', 'none'];
const print = (line: string) => process.stdout.write(`${line}\n`);
const sentences = readSentences('standings');

if (process.argv.includes('--cross-validate'))
  reportLeftOut('standing', sentences, await crossValidate(sentences, STANDINGS, () => true), print);
else {
  const folder = '../../services/map/research/domain/analysis/meaning/';
  const file = new URL(`${folder}standing-model.json`, import.meta.url);
  print(
    `${sentences.length} sentences, ${((await writeHead(sentences, STANDINGS, file)) / 1024).toFixed(0)} KB`,
  );
}
