import type { DiagramKind, DiagramLane, Wish } from '@tokenholic/contracts';
import type { Product } from '@tokenholic/reference';

interface Seat {
  lane: DiagramLane;
  kind: DiagramKind;
}

const BY_PRODUCT: Readonly<Record<string, Seat>> = {
  guardrails: { lane: 'entry', kind: 'guardrails' },
  waf: { lane: 'entry', kind: 'security' },
  kms: { lane: 'operations', kind: 'security' },
  'bailian-agent': { lane: 'application', kind: 'application' },
  'bailian-kb': { lane: 'intelligence', kind: 'knowledge' },
  'bailian-memory': { lane: 'intelligence', kind: 'knowledge' },
  'pai-llmtrace': { lane: 'operations', kind: 'observability' },
};

const BY_CATEGORY: Readonly<Record<string, Seat>> = {
  application: { lane: 'application', kind: 'application' },
  agent: { lane: 'application', kind: 'application' },
  media: { lane: 'application', kind: 'application' },
  platform: { lane: 'operations', kind: 'capacity' },
  commercial: { lane: 'operations', kind: 'capacity' },
  service: { lane: 'operations', kind: 'other' },
  infra: { lane: 'operations', kind: 'capacity' },
  retrieval: { lane: 'intelligence', kind: 'knowledge' },
  data: { lane: 'intelligence', kind: 'knowledge' },
  observability: { lane: 'operations', kind: 'observability' },
  gateway: { lane: 'entry', kind: 'gateway' },
  security: { lane: 'entry', kind: 'security' },
  model: { lane: 'intelligence', kind: 'model' },
};

/** Where a product of ours stands in an architecture. */
export const seatOf = ({ id, category }: Pick<Product, 'id' | 'category'>): Seat =>
  BY_PRODUCT[id] ?? BY_CATEGORY[category] ?? { lane: 'operations', kind: 'other' };

/** Use cases that answer from documents: they need a place to find passages in. */
const READS_DOCUMENTS = new Set([
  ...['cs_chatbot', 'rag_qa', 'doc_processing', 'fin_research', 'legal_assistant', 'medical_assistant'],
  ...['gov_service', 'industrial_assistant', 'deep_research', 'ai_search', 'voice_agent', 'hr_recruiting'],
]);
/** Use cases where text of the public goes in or comes out. */
const FACES_PEOPLE = new Set([
  ...['cs_chatbot', 'voice_agent', 'companion', 'consumer_assistant', 'shopping_agent', 'game_npc'],
  ...['tutoring', 'gov_service', 'medical_assistant', 'content_moderation', 'ai_search', 'digital_human'],
  ...['incar_assistant', 'device_assistant', 'insurance_claims', 'rag_qa'],
]);

/**
 * What an architecture needs besides the recommended products: a gateway before every model, guardrails where people
 * write, a knowledge base where documents answer, tracing everywhere. What feedback left out stays out.
 */
export function componentsFor(
  useCaseIds: readonly string[],
  chosen: readonly Product[],
  wishes: readonly Wish[],
  products: readonly Product[],
): Product[] {
  if (useCaseIds.length === 0) return [];
  const without = new Set(wishes.flatMap((wish) => (wish.kind === 'exclude' ? [wish.id] : [])));
  const has = (kind: DiagramKind) => chosen.some((product) => seatOf(product).kind === kind);
  const some = (ids: ReadonlySet<string>) => useCaseIds.some((id) => ids.has(id));
  const wanted = [
    has('gateway') ? null : 'ai-gateway',
    some(FACES_PEOPLE) && !has('guardrails') ? 'guardrails' : null,
    has('application') ? null : 'bailian-agent',
    some(READS_DOCUMENTS) && !has('knowledge') ? 'bailian-kb' : null,
    has('observability') ? null : 'pai-llmtrace',
  ];
  return wanted.flatMap((id) => {
    const product = id === null || without.has(id) ? undefined : products.find((one) => one.id === id);
    return product === undefined ? [] : [product];
  });
}
