import type { LocalizedText, Range, SolutionCost } from '@tokenholic/contracts';

/** One bar with its whisker, in pixels from the zero line. */
export interface CostBar {
  who: 'today' | 'ours';
  name: LocalizedText;
  /** CNY a year; null when the price is unknown. */
  amount: number | null;
  length: number;
  whisker: { from: number; to: number } | null;
  range: Range | null;
}

export interface CostBarGroup {
  key: string;
  title: LocalizedText;
  bars: CostBar[];
}

const MOST_GROUPS = 6;

interface Side {
  name: LocalizedText;
  amount: number | null;
  range: Range | null;
}

interface Group {
  key: string;
  title: LocalizedText;
  today: Side;
  ours: Side;
}

/** All rows together first, then the largest of them: today above ours, both on one scale that begins at zero. */
export function layoutCostBars(cost: SolutionCost, length: number): CostBarGroup[] {
  const rows = cost.rows
    .filter(({ currentCny, oursCny }) => currentCny !== null || oursCny !== null)
    .sort(
      (first, second) =>
        (second.currentCny ?? second.oursCny ?? 0) - (first.currentCny ?? first.oursCny ?? 0),
    );
  const single = (text: string): LocalizedText => ({ zh: text, en: text });
  const groups: Group[] = rows.slice(0, MOST_GROUPS).map((row) => ({
    key: row.tileKey,
    title: {
      zh: `${row.useCase.zh} · ${row.provider.zh}`,
      en: `${row.useCase.en} · ${row.provider.en}`,
    },
    today: { name: row.current, amount: row.currentCny, range: row.currentRange },
    ours: { name: single(row.ours), amount: row.oursCny, range: row.oursRange },
  }));
  const { currentCny, oursCny, currentRange, oursRange } = cost;
  if (rows.length > 1 && currentCny !== null && oursCny !== null)
    groups.unshift({
      key: 'total',
      title: { zh: '合计', en: 'Together' },
      today: { name: { zh: '现用', en: 'Today' }, amount: currentCny, range: currentRange },
      ours: { name: single(''), amount: oursCny, range: oursRange },
    });
  const largest = Math.max(
    1,
    ...groups.flatMap(({ today, ours }) =>
      [today, ours].map(({ amount, range }) => Math.max(amount ?? 0, range?.high ?? 0)),
    ),
  );
  const scaled = (amount: number | null) => (Math.max(0, amount ?? 0) / largest) * length;
  return groups.map(({ key, title, today, ours }) => ({
    key,
    title,
    bars: [['today', today] as const, ['ours', ours] as const].map(([who, { name, amount, range }]) => ({
      ...{ who, amount, range },
      name: who === 'ours' && key === 'total' ? { zh: '改用我方', en: 'With us' } : name,
      length: scaled(amount),
      whisker: range === null ? null : { from: scaled(range.low), to: scaled(range.high) },
    })),
  }));
}
