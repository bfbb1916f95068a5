import type { KnowledgeAnswer } from '@tokenholic/contracts';
import type { Llm } from '@workflow/llm-sdk';
import type { Meaning } from './domain/meaning-model.ts';

/** Asks the knowledge that this vendor may read; the process that hosts the services hands it in. */
export type AskKnowledge = (vendorId: string, question: string, limit: number) => Promise<KnowledgeAnswer>;

export interface ObjectionParts {
  ask: AskKnowledge;
  llm: Llm;
  meaning: Meaning;
}
