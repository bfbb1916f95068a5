import type { BattleMap, KnowledgeAnswer, LocalizedText } from '@tokenholic/contracts';
import type { Principal } from '@tokenholic/kit';

/** What practice is made from. Other services stand behind these; the process that hosts them hands them in. */
export interface PracticeSources {
  /** Asks the knowledge that this vendor may read. */
  ask(vendorId: string, question: string, limit: number): Promise<KnowledgeAnswer>;
  /** The client's current map; null while none is drawn. */
  map(clientId: string): Promise<BattleMap | null>;
  /** Everybody in the vendor's own organisation. */
  team(principal: Principal): Promise<{ id: string; name: LocalizedText }[]>;
}
