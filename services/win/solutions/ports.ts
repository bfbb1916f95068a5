import type { BattleMap, KnowledgeAnswer, Price } from '@tokenholic/contracts';

/** What a solution is made from. Other services stand behind these; the process that hosts them hands them in. */
export interface Sources {
  /** Asks the knowledge that this vendor may read; `words` leaves meaning aside: what is looked for by name needs none. */
  ask(vendorId: string, question: string, limit: number, by: 'words' | 'all'): Promise<KnowledgeAnswer>;
  /** The client's current map; null while none is drawn. */
  map(clientId: string): Promise<BattleMap | null>;
  /** Our list price of a model when it does this use case; null when it is not known. */
  price(modelId: string, useCaseId: string): Price | null;
}
