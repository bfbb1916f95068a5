import { z } from 'zod';
import { localizedTextSchema } from '../language.ts';

const document = z.object({ documentId: z.uuid(), collectionId: z.uuid(), title: z.string() });

export const knowledgeEvents = {
  'knowledge.document_indexed': {
    1: document.extend({ chunks: z.number().int(), changedChunks: z.number().int() }),
  },
  'knowledge.document_failed': {
    1: document.extend({ reason: z.object({ code: z.string(), message: localizedTextSchema }) }),
  },
  'knowledge.document_removed': { 1: document },
} as const;
