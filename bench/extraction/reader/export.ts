import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEmbeddedEmbedder } from '@tokenholic/embeddings';
import { reference } from '@tokenholic/reference';
import { z } from 'zod';
import { readModel } from '../../../packages/embeddings/src/model-file.ts';
import { createTokenizer } from '../../../packages/embeddings/src/tokenizer.ts';
import {
  buildGazetteer,
  readPage,
  sharesOf,
  standingSharesOf,
  surveyPage,
} from '../../../services/map/research/domain/analysis/index.ts';
import { ownedBy } from '../../../services/map/research/domain/analysis/lexicon/house-models.ts';
import { ownModelNames } from '../../../services/map/research/domain/analysis/own-models.ts';
import {
  MARKS,
  type Part,
  stretchOf,
} from '../../../services/map/research/domain/analysis/reader/stretch.ts';
import {
  type SurveyedSentence,
  withoutNames,
} from '../../../services/map/research/domain/analysis/survey.ts';
import { developmentSets } from '../labelled.ts';
import { readSentences } from '../training-sentences.ts';
import { readTaught, type TaughtPassage } from './passages.ts';

// Writes what the reader learns from: passages cut as in the product, as numbers, with what the rules find in them.
// `node bench/extraction/reader/export.ts FOLDER`

const WIDTH = 512;
const [, , folder] = process.argv;
if (folder === undefined) throw new Error('name a folder');
mkdirSync(folder, { recursive: true });
const print = (line: string) => process.stdout.write(`${line}\n`);
const gazetteer = buildGazetteer(reference);
const model = readModel(
  new URL('../../../packages/embeddings/model/use-multilingual-3.bin.br', import.meta.url),
);
const tokenize = createTokenizer(model);
const uses = reference.useCases.map(({ id }) => id);
const written = z.array(z.string()).parse(JSON.parse(Buffer.from(model.bytes('pieces')).toString('utf8')));

/** Which tokens of each part lie within these characters of the text: [part, first, end]. */
function tokensWithin(parts: readonly Part[], text: string, start: number, end: number): number[][] {
  const found: number[][] = [];
  let cursor = 0;
  for (const [number, part] of parts.entries()) {
    if (part.text === '') continue;
    const at = text.indexOf(part.text, cursor);
    if (at < 0) continue;
    cursor = at + part.text.length;
    if (cursor <= start || at >= end) continue;
    if (part.isOne) {
      found.push([number, 0, 1]);
      continue;
    }
    const pieces = tokenize(part.text).slice(1, -1);
    let place = at;
    let [first, last] = [pieces.length, 0];
    for (const [index, piece] of pieces.entries()) {
      const length = (written[piece] ?? '').replace('\u2581', index === 0 ? '' : ' ').length;
      if (place + length > start && place < end) [first, last] = [Math.min(first, index), index + 1];
      place += length;
    }
    if (last > first) found.push([number, first, last]);
  }
  return found;
}

const sets: { name: string; passages: TaughtPassage[] }[] = [
  { name: 'taught', passages: readTaught() },
  ...developmentSets().map(({ name, passages }) => ({
    name,
    passages: passages.map((passage) => ({
      ...passage,
      expected: passage.expected.map((one) => ({ ...one, words: null })),
    })),
  })),
];
const surveyed = sets.flatMap(({ name, passages }) =>
  passages.map((passage) => ({ set: name, passage, survey: surveyPage(passage.text, gazetteer) })),
);
const taughtSentences = readSentences('uses');
const plainOf = ({ sentence, hits }: SurveyedSentence) => withoutNames(sentence.text, hits);
const texts = [
  ...new Set([
    ...surveyed.flatMap(({ survey }) => [...survey.texts, ...survey.sentences.map(plainOf)]),
    ...taughtSentences.map(({ text }) => text),
  ]),
];
const vectors = await embedOnce(texts);
const places = new Map(texts.map((text, at) => [text, at]));
const weigh = (shares: typeof sharesOf) => (text: string) => {
  const vector = vectors[places.get(text) ?? -1];
  return vector === undefined ? null : shares(text, vector);
};
const meanings = { meaningOf: weigh(sharesOf), standingOf: weigh(standingSharesOf) };
const sharesOfUses = (text: string) => {
  const shares = meanings.meaningOf(text);
  return uses.map((use) => Number((shares?.get(use) ?? 0).toFixed(4)));
};

const lines: string[] = [];
for (const { set, passage, survey } of surveyed) {
  const { text, client } = passage;
  const own = { isMakerOf: ownedBy(client), names: ownModelNames(text), client: [client] };
  const stretch = stretchOf([...survey.sentences.keys()], survey, gazetteer, own);
  const page = { id: 'page', title: client, text, url: null, sourceKind: 'website' as const, date: null };
  const { claims } = readPage(page, gazetteer, { client: [client], survey, ...meanings });
  const sentenceAt = (at: number) => survey.sentences.findLastIndex(({ sentence }) => sentence.start <= at);
  lines.push(
    JSON.stringify({
      ...{ id: passage.id, language: passage.language, set },
      parts: stretch.parts.map(({ text: part, mark, use, isOne }) => ({
        pieces: part === '' ? [] : tokenize(part).slice(1, -1),
        mark: MARKS.indexOf(mark),
        use: use === null ? 0 : uses.indexOf(use) + 1,
        isOne,
      })),
      candidates: stretch.candidates.map(({ mention, sentence, part }) => ({
        ...{ sentence, part, isNamed: mention !== null },
        ...{ model: mention?.modelName ?? null, maker: mention?.makerId ?? null },
        ...{ provider: mention?.providerId ?? null, isHosted: mention?.hosted ?? false },
        written:
          mention === null
            ? null
            : (survey.sentences[sentence]?.sentence.text ?? '').slice(mention.at, mention.end),
      })),
      hosts: stretch.hosts,
      sentences: survey.sentences
        .map(plainOf)
        .map((plain) => ({ vector: places.get(plain), shares: sharesOfUses(plain) })),
      claims: claims.map(({ useCaseId, providerId, modelName, standing, score, quote }) => ({
        ...{ useCaseId, providerId, modelName, standing, score },
        sentence: sentenceAt(quote.start),
      })),
      labels: passage.expected.map(({ words, ...label }) => ({
        ...label,
        sentence: words === null ? -1 : sentenceAt(text.indexOf(words)),
        tokens:
          words === null
            ? []
            : tokensWithin(stretch.parts, text, text.indexOf(words), text.indexOf(words) + words.length),
      })),
    }),
  );
}
writeFileSync(join(folder, 'passages.jsonl'), `${lines.join('\n')}\n`);

const sentences = taughtSentences.map(({ text, label, language }) => ({
  pieces: tokenize(text).slice(1, -1),
  ...{ label, language, vector: places.get(text), shares: sharesOfUses(text) },
}));
writeFileSync(join(folder, 'sentences.jsonl'), `${sentences.map((one) => JSON.stringify(one)).join('\n')}\n`);

const table = model.bytes('table');
const chunks = model.bytes('chunks');
const scale = model.floats('scale');
const low = model.floats('lo');
const width = table.length / chunks.length;
const values = Float32Array.from(table, (byte, at) => {
  const chunk = chunks[Math.floor(at / width)] ?? 0;
  return byte * (scale[chunk] ?? 0) + (low[chunk] ?? 0);
});
writeFileSync(join(folder, 'table.bin'), new Uint8Array(Float16Array.from(values).buffer));
writeFileSync(
  join(folder, 'names.json'),
  JSON.stringify({
    uses,
    marks: MARKS,
    width,
    pieces: chunks.length,
    providers: reference.providers.map(({ id }) => id),
  }),
);
/** Vectors of texts, kept in the folder from one run to the next. */
async function embedOnce(wanted: readonly string[]): Promise<Float32Array[]> {
  const [named, kept] = [join(folder ?? '', 'texts.json'), join(folder ?? '', 'vectors.bin')];
  const known = new Map<string, Float32Array>();
  if (existsSync(named)) {
    const values = new Float16Array(Uint8Array.from(readFileSync(kept)).buffer);
    for (const [at, text] of z
      .array(z.string())
      .parse(JSON.parse(readFileSync(named, 'utf8')))
      .entries())
      known.set(text, Float32Array.from(values.subarray(at * WIDTH, (at + 1) * WIDTH)));
  }
  const missing = wanted.filter((text) => !known.has(text));
  const embedder = createEmbeddedEmbedder();
  const found = await embedder.embed(missing, 'passage');
  await embedder.close();
  for (const [at, text] of missing.entries()) known.set(text, found[at] ?? new Float32Array(WIDTH));
  const all = wanted.map((text) => known.get(text) ?? new Float32Array(WIDTH));
  const values = new Float16Array(all.length * WIDTH);
  for (const [at, vector] of all.entries()) values.set(vector, at * WIDTH);
  writeFileSync(kept, new Uint8Array(values.buffer));
  writeFileSync(named, JSON.stringify(wanted));
  return all;
}

print(`${lines.length} passages, ${sentences.length} sentences`);
