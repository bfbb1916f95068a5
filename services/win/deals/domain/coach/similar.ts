import type { DealStage, DecisionRole, LocalizedText } from '@tokenholic/contracts';
import { both } from './picture.ts';

/** What two deals are compared by. */
export interface Comparable {
  id: string;
  clientId: string;
  stage: DealStage;
  amountCny: number;
  products: readonly string[];
  competitors: readonly string[];
  source: string;
  roles: readonly DecisionRole[];
  contacts: number;
}

export interface Likeness {
  /** Of 1: the share of what can be compared that is alike. */
  score: number;
  why: LocalizedText[];
}

interface Aspect {
  weight: number;
  /** Of 1; null: one of the two does not say, and it is left out. */
  alike: number | null;
  /** From so much alike on it is a reason worth naming. */
  tells: number;
  why: LocalizedText;
}

/** How alike two deals are, over what both records say, with the reasons that count. */
export function likenessOf(a: Comparable, b: Comparable): Likeness {
  const aspects = aspectsOf(a, b).filter(({ alike }) => alike !== null);
  const total = aspects.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return { score: 0, why: [] };
  const score = aspects.reduce((sum, { weight, alike }) => sum + weight * (alike ?? 0), 0) / total;
  return {
    score,
    why: aspects
      .filter(({ alike, tells }) => (alike ?? 0) >= tells)
      .toSorted((x, y) => y.weight * (y.alike ?? 0) - x.weight * (x.alike ?? 0))
      .map(({ why }) => why),
  };
}

/** A name in common is worth naming; a size or a set of roles only when it is half alike. */
const SOME = 0.01;
const HALF = 0.5;

function aspectsOf(a: Comparable, b: Comparable): Aspect[] {
  const products = shared(a.products, b.products);
  const rivals = shared(a.competitors, b.competitors);
  const times = a.amountCny > 0 && b.amountCny > 0 ? a.amountCny / b.amountCny : null;
  return [
    {
      ...{ weight: 3, tells: SOME, alike: overlap(a.products, b.products) },
      why: both(`同样的产品：${products.join('、')}`, `Same products: ${products.join(', ')}`),
    },
    {
      ...{ weight: 2.5, tells: SOME, alike: overlap(a.competitors, b.competitors) },
      why: both(`同样的对手：${rivals.join('、')}`, `Same competitor: ${rivals.join(', ')}`),
    },
    {
      // Alike within a factor of about three, by the distance of the logarithms.
      ...{
        weight: 2,
        tells: HALF,
        alike: times === null ? null : Math.max(0, 1 - Math.abs(Math.log10(times)) / 0.7),
      },
      why: both('金额相近', 'Alike in size'),
    },
    {
      ...{
        weight: 1.5,
        tells: HALF,
        alike: a.roles.length + b.roles.length === 0 ? null : overlapOf(a.roles, b.roles),
      },
      why: both('接触的决策角色相似', 'Alike in who decides'),
    },
    {
      ...{
        weight: 1,
        tells: HALF,
        alike: a.source === '' || b.source === '' ? null : Number(a.source === b.source),
      },
      why: both(`同样的来源：${a.source}`, `Same source: ${a.source}`),
    },
    {
      ...{ weight: 1, tells: HALF, alike: a.clientId === b.clientId ? 1 : null },
      why: both('同一客户', 'Same client'),
    },
  ];
}

const shared = (a: readonly string[], b: readonly string[]) => a.filter((one) => b.includes(one));

/** Null when neither or only one says anything. */
function overlap(a: readonly string[], b: readonly string[]): number | null {
  return a.length === 0 || b.length === 0 ? null : overlapOf(a, b);
}

/** Share of what either has that both have (Jaccard). */
function overlapOf(a: readonly string[], b: readonly string[]): number {
  const union = new Set([...a, ...b]).size;
  return union === 0 ? 0 : shared(a, b).length / union;
}

const WORTH_SHOWING = 0.3;

/** The most alike, surest first; what is hardly alike is left out. */
export function mostAlike<T extends Comparable>(
  deal: Comparable,
  others: readonly T[],
  most: number,
): (Likeness & { deal: T })[] {
  return others
    .filter(({ id }) => id !== deal.id)
    .map((other) => ({ deal: other, ...likenessOf(deal, other) }))
    .filter(({ score, why }) => score >= WORTH_SHOWING && why.length > 0)
    .toSorted((a, b) => b.score - a.score || (a.deal.id < b.deal.id ? -1 : 1))
    .slice(0, most);
}
