import { reference } from '@tokenholic/reference';
import { useCasePhrases } from '../../services/map/research/domain/analysis/lexicon/use-case-phrases.ts';
import { useCaseWords } from '../../services/map/research/domain/analysis/lexicon/use-case-words.ts';
import { topicParts } from '../../services/map/research/domain/analysis/meaning/phrases.ts';
import { crossValidate, writeHead } from './learn-head.ts';
import { readSentences, reportLeftOut, type Sentence } from './training-sentences.ts';

// Learns which use of AI a sentence speaks of, from sentences written for it (`uses/`) and from the words that the rules know.
// No labelled passage is looked at. `--cross-validate` says instead how often the use of a left-out sentence is found.

const NO_USE = 'none';
const written = readSentences('uses');
const known = reference.useCases.flatMap(({ id, name, keywords }): Sentence[] => {
  const lists = [...keywords.zh, ...keywords.en, name.zh, name.en, ...(useCaseWords[id] ?? [])];
  const phrases = [...lists, useCasePhrases[id] ?? ''].flatMap((list) => list.split('|'));
  return [...new Set(phrases)]
    .filter((text) => text !== '')
    .map((text) => ({ text, label: id, language: null }));
});
const sentences = [...written, ...known];
const uses = [...new Set(sentences.map(({ label }) => label))].filter((use) => use !== NO_USE).toSorted();
uses.push(NO_USE);
const lesson = { labels: uses, partsOf: topicParts, wordScale: 6, ridge: 0.0003 };

const print = (line: string) => process.stdout.write(`${line}\n`);
print(`${written.length} sentences and ${known.length} phrases of ${uses.length - 1} uses`);

if (process.argv.includes('--cross-validate')) {
  const found = await crossValidate(sentences, lesson, (at) => sentences[at]?.language != null);
  reportLeftOut('use', sentences, found, print);
} else {
  const folder = '../../services/map/research/domain/analysis/meaning/';
  const bytes = await writeHead(sentences, lesson, new URL(`${folder}use-model.json`, import.meta.url));
  print(`${(bytes / 1024).toFixed(0)} KB of weights`);
}
