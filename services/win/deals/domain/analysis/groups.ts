import type { LocalizedText, WinLoss } from '@tokenholic/contracts';
import { wilson } from '../coach/measures.ts';
import { both } from '../coach/picture.ts';
import type { ClosedDeal } from './closed-deal.ts';

type Group = WinLoss['groups'][number];

const FEWEST = 2;
const MOST = 8;

/** Bands of size in CNY, with how they are said. */
const BANDS: readonly (readonly [upTo: number, name: LocalizedText])[] = [
  [500_000, both('50 万以下', 'Below ¥500K')],
  [2_000_000, both('50–200 万', '¥500K – 2M')],
  [10_000_000, both('200–1000 万', '¥2M – 10M')],
  [Number.POSITIVE_INFINITY, both('1000 万以上', 'Above ¥10M')],
];

const same = (name: string): LocalizedText => both(name, name);

/** Win rates of cohorts: by what was sold, against whom, from where, by whom, and how large. */
export function groupsOf(deals: readonly ClosedDeal[]): Group[] {
  const bandOf = ({ amountCny }: ClosedDeal) => BANDS.find(([upTo]) => amountCny < upTo)?.[1] ?? same('');
  const all: Group[] = [
    group('product', deals, ({ products }) => products.map(same)),
    group('competitor', deals, ({ competitors }) => competitors.map(same)),
    group('source', deals, ({ source }) => (source === '' ? [] : [same(source)])),
    group('owner', deals, ({ ownerName }) => [ownerName]),
    group('size', deals, (deal) => [bandOf(deal)]),
  ];
  return all.filter(({ items }) => items.length > 0);
}

function group(
  by: Group['by'],
  deals: readonly ClosedDeal[],
  namesOf: (deal: ClosedDeal) => readonly LocalizedText[],
): Group {
  const counts = new Map<string, { name: LocalizedText; deals: number; won: number }>();
  for (const deal of deals)
    for (const name of namesOf(deal)) {
      const before = counts.get(name.en) ?? { name, deals: 0, won: 0 };
      counts.set(name.en, { name, deals: before.deals + 1, won: before.won + Number(deal.won) });
    }
  const items = [...counts.values()]
    .filter((one) => one.deals >= FEWEST)
    .toSorted((a, b) => b.deals - a.deals || (a.name.en < b.name.en ? -1 : 1))
    .slice(0, MOST)
    .map((one) => ({ ...one, ...wilson(one.won, one.deals) }));
  return { by, items };
}
