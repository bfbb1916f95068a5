import { createTestKit } from '@tokenholic/kit/testing';
import { createCollection, knowledgeMigrations, searchKnowledge } from '@tokenholic/knowledge';
import { loadDocument } from './load.ts';
import { plainBm25 } from './plain-bm25.ts';
import { readXquad, type Xquad, type XquadQuestion } from './xquad-data.ts';

// How often the paragraph that answers comes first, and among the first five, through the whole service on the embedded database;
// beside it plain BM25 in the same run. The weights were fitted on the questions of even articles: those of odd ones were held out.

const out = (text: string) => process.stdout.write(`${text}\n`);
const vendor = '01970000-0000-7000-8000-00000000000a';
const sets = { en: readXquad('en'), zh: readXquad('zh') };
if (sets.en === null || sets.zh === null) {
  out('XQuAD is not here: set XQUAD to its folder');
  process.exit(0);
}
const kit = await createTestKit([knowledgeMigrations]);

interface Outcome {
  question: XquadQuestion;
  rank: number;
  plainRank: number;
  marked: boolean;
  milliseconds: number;
}

async function measure(name: string, texts: Xquad, asked: Xquad): Promise<void> {
  const collectionId = await createCollection(kit, vendor, { name });
  const paragraphOf = new Map<string, number>();
  for (const [index, text] of texts.paragraphs.entries())
    paragraphOf.set(await loadDocument(kit, vendor, collectionId, [text]), index);
  const plain = plainBm25(texts.paragraphs);
  const outcomes: Outcome[] = [];
  for (const [at, question] of asked.questions.entries()) {
    const wanted = { question: question.text, collectionIds: [collectionId], limit: 10 };
    const { hits, milliseconds } = await searchKnowledge(kit, [vendor], wanted);
    const place = hits.findIndex((hit) => paragraphOf.get(hit.documentId) === question.paragraph);
    // The answer's place in the language of the texts.
    const answer = texts.questions[at]?.answer ?? question.answer;
    const marked =
      hits[place]?.marks.some(({ start, end }) => start <= answer.start && answer.end <= end) ?? false;
    const plainRank = plain(question.text).indexOf(question.paragraph);
    outcomes.push({ question, rank: place < 0 ? 99 : place, plainRank, marked, milliseconds });
  }
  report(name, outcomes);
}

function report(name: string, all: readonly Outcome[]): void {
  const share = (some: readonly Outcome[], test: (outcome: Outcome) => boolean) =>
    (some.filter(test).length / some.length).toFixed(4);
  const line = (label: string, some: readonly Outcome[]) =>
    out(
      `${name} ${label.padEnd(9)} questions ${some.length}  hit@1 ${share(some, ({ rank }) => rank === 0)} (plain ${share(some, ({ plainRank }) => plainRank === 0)})  hit@5 ${share(some, ({ rank }) => rank < 5)} (plain ${share(some, ({ plainRank }) => plainRank < 5)})`,
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

await measure('en→en', sets.en, sets.en);
await measure('zh→zh', sets.zh, sets.zh);
await measure('zh→en', sets.en, sets.zh);
await measure('en→zh', sets.zh, sets.en);
await kit.close();
