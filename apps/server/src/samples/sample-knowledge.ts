import { readFileSync } from 'node:fs';
import type { Kit } from '@tokenholic/kit';
import { addDocument, addTrialQuestion, createCollection } from '@tokenholic/knowledge';

const id = (place: number) => `01970000-0000-7000-8000-0000000ba${place.toString(16).padStart(3, '0')}`;
const COLLECTION = id(0);
const FILES = [
  { id: id(1), fileName: 'migration-handbook.md' },
  { id: id(2), fileName: 'presales-faq.md' },
];
const ENTRIES = [
  {
    id: id(3),
    question: '合同最短签多久？',
    answer: '标准合同一年起签；试点项目可以先签三个月，到期自动转为年度合同。',
  },
  {
    id: id(4),
    question: '发票什么时候开？',
    answer: '账单确认后三个工作日内开出电子发票，专票需要先提交开票资料。',
  },
  {
    id: id(5),
    question: 'Can we keep our own evaluation set?',
    answer: 'Yes. The evaluation set stays in your account; we see only the scores you share.',
  },
];
const QUESTIONS = [
  { question: 'How long do we keep the old endpoint?', document: 1, passage: 'fourteen days' },
  {
    question: 'What do the steps of a migration cost in days?',
    document: 1,
    passage: 'Side-by-side traffic',
  },
  { question: 'P1 故障多久响应？', document: 2, passage: '15 分钟' },
  { question: '客户数据会拿去训练吗？', document: 2, passage: '不用于训练' },
  { question: '合同最短多长时间', document: 3, passage: null },
];

/** A collection of the vendor's own with files, entries and a test of retrieval. Starting again finds it there. */
export async function loadSampleKnowledge(kit: Kit, vendorId: string): Promise<void> {
  await createCollection(kit, vendorId, { id: COLLECTION, name: '售前工作台 · Presales desk' });
  for (const file of FILES) {
    const bytes = readFileSync(new URL(`./knowledge/${file.fileName}`, import.meta.url));
    const document = { ...file, kind: 'file' as const, mediaType: 'text/markdown', bytes };
    await addDocument(kit, vendorId, COLLECTION, document);
  }
  for (const { id: documentId, ...entry } of ENTRIES)
    await addDocument(kit, vendorId, COLLECTION, { id: documentId, kind: 'faq', entry });
  for (const [place, { document, ...expected }] of QUESTIONS.entries())
    await addTrialQuestion(kit, vendorId, COLLECTION, {
      ...expected,
      id: id(16 + place),
      documentId: id(document),
    });
}
