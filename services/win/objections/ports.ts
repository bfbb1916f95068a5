import type { KnowledgeAnswer } from '@tokenholic/contracts';

/** Asks the knowledge that this vendor may read; the process that hosts the services hands it in. */
export type AskKnowledge = (vendorId: string, question: string, limit: number) => Promise<KnowledgeAnswer>;
