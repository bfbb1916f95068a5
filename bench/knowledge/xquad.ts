import { createEmbeddedEmbedder } from '@tokenholic/embeddings';
import { createTestKit } from '@tokenholic/kit/testing';
import { createCollection, knowledgeMigrations, translate, vectorMigrations } from '@tokenholic/knowledge';
import { createSemantics } from '../../services/build/knowledge/adapters/semantics.ts';
import { askForEmbedding, embedCollection } from '../../services/build/knowledge/jobs/embed-collection.ts';
import { search } from '../../services/build/knowledge/queries/search.ts';
import { loadDocument } from './load.ts';
import { plainBm25 } from './plain-bm25.ts';
import { readXquad, type Xquad, type XquadQuestion } from './xquad-data.ts';

// How often the paragraph that answers comes first, and among the first five, through the whole service on the embedded database:
// by words alone, and with the vectors of the embedded model; beside them plain BM25 and the encoder alone in the same run. The weights of words were
// fitted on the questions of even articles: those of odd ones were held out.

const out = (text: string) => process.stdout.write(`${text}\n`);
const vendor = '01970000-0000-7000-8000-00000000000a';
const sets = { en: readXquad('en'), zh: readXquad('zh') };
if (sets.en === null || sets.zh === null) {
  out('XQuAD is not here: set XQUAD to its folder');
  process.exit(0);
}
const kit = await createTestKit([knowledgeMigrations, vectorMigrations]);
const embedder = createEmbeddedEmbedder();
const semantics = createSemantics(kit, { embedder: async () => embedder, reranker: async () => null });

interface Shelf {
  collectionId: string;
  texts: Xquad;
  paragraphOf: Map<string, number>;
  plain: (question: string) => number[];
}

async function fill(name: string, texts: Xquad): Promise<Shelf> {
  const collectionId = await createCollection(kit, vendor, { name });
  const paragraphOf = new Map<string, number>();
  for (const [index, text] of texts.paragraphs.entries())
    paragraphOf.set(await loadDocument(kit, vendor, collectionId, [text]), index);
  await kit.database.withTenant([vendor], (tx) => askForEmbedding(tx, vendor, collectionId));
  const context = { organizationId: vendor, signal: new AbortController().signal, retries: 0 };
  const started = performance.now();
  await embedCollection(kit, semantics)({ collectionId }, context);
  const seconds = (performance.now() - started) / 1_000;
  out(
    `${name}: ${(texts.paragraphs.length / seconds).toFixed(1)} passages embedded a second, half of it at rest`,
  );
  return { collectionId, texts, paragraphOf, plain: plainBm25(texts.paragraphs) };
}

interface Outcome {
  question: XquadQuestion;
  rank: number;
  plainRank: number;
  /** Place by the encoder alone. */
  nearRank: number;
  marked: boolean;
  milliseconds: number;
}

const rankAt = (place: number) => (place < 0 ? 99 : place);

async function measure(name: string, shelf: Shelf, asked: Xquad, by: 'words' | 'all'): Promise<void> {
  const { collectionId, texts, paragraphOf, plain } = shelf;
  const outcomes: Outcome[] = [];
  const among = { organizationIds: [vendor], collectionIds: [collectionId], limit: 10 };
  for (const [at, question] of asked.questions.entries()) {
    const wanted = { question: question.text, collectionIds: [collectionId], limit: 10, by };
    const answer = await search(kit, [vendor], translate, wanted, semantics);
    const place = answer.hits.findIndex((hit) => paragraphOf.get(hit.documentId) === question.paragraph);
    // The answer's place in the language of the texts.
    const span = texts.questions[at]?.answer ?? question.answer;
    const marked =
      answer.hits[place]?.marks.some(({ start, end }) => start <= span.start && span.end <= end) ?? false;
    const plainRank = plain(question.text).indexOf(question.paragraph);
    const near = by === 'words' ? null : await semantics.near(question.text, among);
    if (near === 'budget_spent') throw new Error('The embedder of this benchmark costs nothing');
    const nearPlace = near?.passages.findIndex(({ number }) => number === question.paragraph) ?? -1;
    outcomes.push({
      ...{ question, rank: rankAt(place), plainRank, nearRank: rankAt(nearPlace), marked },
      milliseconds: answer.milliseconds,
    });
  }
  report(`${name} ${by === 'words' ? 'words alone ' : 'with vectors'}`, outcomes);
}

function report(name: string, all: readonly Outcome[]): void {
  const share = (some: readonly Outcome[], test: (outcome: Outcome) => boolean) =>
    (some.filter(test).length / some.length).toFixed(4);
  const alone = (some: readonly Outcome[]) =>
    name.endsWith('vectors')
      ? `  encoder alone ${share(some, ({ nearRank }) => nearRank === 0)} and ${share(some, ({ nearRank }) => nearRank < 5)}`
      : '';
  const line = (label: string, some: readonly Outcome[]) =>
    out(
      `${name} ${label.padEnd(9)} questions ${some.length}  hit@1 ${share(some, ({ rank }) => rank === 0)} (plain ${share(some, ({ plainRank }) => plainRank === 0)})  hit@5 ${share(some, ({ rank }) => rank < 5)} (plain ${share(some, ({ plainRank }) => plainRank < 5)})${alone(some)}`,
    );
  line('all', all);
  line(
    'fitted',
    all.filter(({ question }) => question.fitted),
  );
  line(
    'held out',
    all.filter(({ question }) => !question.fitted),
  );
  const found = all.filter(({ rank }) => rank === 0);
  const times = all.map(({ milliseconds }) => milliseconds).sort((first, second) => first - second);
  out(
    `${name} answer inside the two marked sentences of first hits: ${share(found, ({ marked }) => marked)}; median ${(times[Math.floor(times.length / 2)] ?? 0).toFixed(1)} ms\n`,
  );
}

const en = await fill('en', sets.en);
const zh = await fill('zh', sets.zh);
const ways: readonly [string, Shelf, Xquad][] = [
  ['en→en', en, sets.en],
  ['zh→zh', zh, sets.zh],
  ['zh→en', en, sets.zh],
  ['en→zh', zh, sets.en],
];
for (const [name, shelf, asked] of ways)
  for (const by of ['words', 'all'] as const) await measure(name, shelf, asked, by);
await embedder.close();
await kit.close();
