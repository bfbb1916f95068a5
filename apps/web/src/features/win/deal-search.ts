import type { DealFilter, DealOrder } from '@tokenholic/contracts';

/** What may stand in the address of the deals: form, order, and what they are filtered for. */
export type DealSearch = DealFilter & {
  view?: 'table' | 'forecast' | 'analysis';
  period?: 'quarter' | 'half' | 'year';
  order?: DealOrder;
};

const oneOf = <T extends string>(value: unknown, known: readonly T[]): T | undefined =>
  known.find((one) => one === value);

const STAGES = [
  ...(['lead', 'discovery', 'evaluation', 'proposal', 'negotiation'] as const),
  ...(['extra_1', 'extra_2', 'extra_3'] as const),
  ...(['won', 'lost'] as const),
];
const name = (value: unknown) => (value === undefined ? undefined : String(value).slice(0, 60));
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads the address; what makes no sense in it is left out. */
export function readDealSearch(search: Record<string, unknown>): DealSearch {
  const read = {
    view: oneOf(search.view, ['table', 'forecast', 'analysis']),
    order: oneOf(search.order, ['close_date', 'amount', 'activity', 'title']),
    search: search.search === undefined ? undefined : String(search.search).slice(0, 120),
    client: UUID.test(String(search.client)) ? String(search.client) : undefined,
    stage: oneOf(search.stage, STAGES),
    owner: UUID.test(String(search.owner)) ? String(search.owner) : oneOf(search.owner, ['mine']),
    product: name(search.product),
    competitor: name(search.competitor),
    source: name(search.source),
    call: oneOf(search.call, ['commit', 'best_case', 'pipeline', 'omitted']),
    closing: oneOf(search.closing, ['overdue', 'month', 'quarter']),
    period: oneOf(search.period, ['quarter', 'half', 'year']),
    attention: oneOf(search.attention, ['no_next_step', 'stalled', 'single_contact']),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined && value !== ''));
}
