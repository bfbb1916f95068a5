import { createEmbeddedEmbedder } from '@tokenholic/embeddings';
import { createTestKit } from '@tokenholic/kit/testing';
import { createCollection, knowledgeMigrations, translate, vectorMigrations } from '@tokenholic/knowledge';
import { reference } from '@tokenholic/reference';
import { createSemantics } from '../../services/build/knowledge/adapters/semantics.ts';
import { chunkText } from '../../services/build/knowledge/domain/chunking/chunk-text.ts';
import { curatedDocuments } from '../../services/build/knowledge/domain/curated/from-reference.ts';
import { sentencesOf } from '../../services/build/knowledge/domain/retrieval/sentences.ts';
import { languageOf } from '../../services/build/knowledge/domain/retrieval/tokens.ts';
import { askForEmbedding, embedCollection } from '../../services/build/knowledge/jobs/embed-collection.ts';
import { search } from '../../services/build/knowledge/queries/search.ts';
import { labelledQuestions } from './labelled-questions.ts';
import { loadDocument } from './load.ts';
import { readXquad } from './xquad-data.ts';

// From which nearness on a passage in the other language speaks of what was asked. Two sets, each in both directions: the product
// and case facts of the built-in base in one language with questions of the trade in the other, half of them about something
// else; and XQuAD, where the articles of half of the questions are not there.

type Language = 'zh' | 'en';
const LANGUAGES: readonly Language[] = ['zh', 'en'];
const THRESHOLDS = [0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6];
/** Of XQuAD's questions each fourth is asked. */
const EVERY = 4;
const out = (text: string) => process.stdout.write(`${text}\n`);
const vendor = '01970000-0000-7000-8000-00000000000a';

const kit = await createTestKit([knowledgeMigrations, vectorMigrations]);
const embedder = createEmbeddedEmbedder();
const semantics = createSemantics(kit, { embedder: async () => embedder, reranker: async () => null });

async function shelf(name: string, documents: readonly (readonly string[])[]): Promise<string> {
  const collectionId = await createCollection(kit, vendor, { name });
  for (const passages of documents) await loadDocument(kit, vendor, collectionId, passages);
  await kit.database.withTenant([vendor], (tx) => askForEmbedding(tx, vendor, collectionId));
  const context = { organizationId: vendor, signal: new AbortController().signal, retries: 0 };
  await embedCollection(kit, semantics)({ collectionId }, context);
  return collectionId;
}

interface Outcome {
  known: boolean;
  /** The nearest passage of the other language. */
  similarity: number;
  /** The largest share of what was asked that a passage has in words. */
  covered: number;
}

async function ask(collectionId: string, question: string, known: boolean): Promise<Outcome> {
  const wanted = { question, collectionIds: [collectionId], limit: 8, by: 'all' as const };
  const { hits } = await search(kit, [vendor], translate, wanted, semantics);
  const other = hits.filter(({ text }) => languageOf(text) !== languageOf(question));
  return {
    known,
    similarity: Math.max(0, ...other.map(({ found }) => found.meaning?.similarity ?? 0)),
    covered: Math.max(0, ...hits.map(({ covered }) => covered)),
  };
}

const COVERED_FROM = 0.35;
const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

function report(name: string, outcomes: readonly Outcome[]): void {
  const known = outcomes.filter((one) => one.known);
  const unknown = outcomes.filter((one) => !one.known);
  const line = (label: string, says: (one: Outcome) => boolean) => {
    const right = known.filter(says).length;
    const wrong = unknown.filter(says).length;
    const balanced = (right / known.length + 1 - wrong / unknown.length) / 2;
    out(
      `${name} ${label.padEnd(16)} known found ${percent(right, known.length)}, unknown taken for known ${percent(wrong, unknown.length)}, balanced ${balanced.toFixed(3)}`,
    );
  };
  out(`${name}: ${known.length} known, ${unknown.length} unknown`);
  line('words alone', ({ covered }) => covered >= COVERED_FROM);
  for (const from of THRESHOLDS)
    line(`or nearness ${from}`, ({ covered, similarity }) => covered >= COVERED_FROM || similarity >= from);
}

/** The facts of the base in one language alone. */
const half = (language: Language) =>
  curatedDocuments(reference)
    .filter(({ key }) => /^(?:product|case|comparison)\//.test(key))
    .map(({ body }) =>
      chunkText(body).flatMap(({ text }) => {
        const own = sentencesOf(text)
          .map(({ start, end }) => text.slice(start, end))
          .filter((sentence) => languageOf(sentence) === language);
        return own.length === 0 ? [] : [own.join('\n')];
      }),
    )
    .filter((passages) => passages.length > 0);

for (const language of LANGUAGES) {
  const asked: Language = language === 'zh' ? 'en' : 'zh';
  const collectionId = await shelf(`base ${language}`, half(language));
  const outcomes: Outcome[] = [];
  for (const question of labelledQuestions.known)
    outcomes.push(await ask(collectionId, question[asked], true));
  for (const question of labelledQuestions.unknown)
    outcomes.push(await ask(collectionId, question[asked], false));
  report(`base ${asked}→${language}`, outcomes);
}

for (const language of LANGUAGES) {
  const asked: Language = language === 'zh' ? 'en' : 'zh';
  const texts = readXquad(language);
  const questions = readXquad(asked);
  if (texts === null || questions === null) {
    out('XQuAD is not here: set XQUAD to its folder');
    continue;
  }
  const there = new Set(questions.questions.filter(({ fitted }) => fitted).map(({ paragraph }) => paragraph));
  const kept = texts.paragraphs.filter((_, at) => there.has(at)).map((text) => [text]);
  const collectionId = await shelf(`xquad ${language}`, kept);
  const outcomes: Outcome[] = [];
  for (const { text, fitted } of questions.questions.filter((_, at) => at % EVERY === 0))
    outcomes.push(await ask(collectionId, text, fitted));
  report(`XQuAD ${asked}→${language}`, outcomes);
}
await embedder.close();
await kit.close();
