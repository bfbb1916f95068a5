import type { LocalizedText } from '@tokenholic/contracts';
import { foldForSearch } from '../deal.ts';

const both = (zh: string, en: string): LocalizedText => ({ zh, en });

export interface Pair<T> {
  a: T;
  b: T;
  /** Of 1. */
  score: number;
  why: LocalizedText;
}

export interface ContactFacts {
  id: string;
  clientId: string;
  name: string;
  email: string;
  phone: string;
}

/** People of one client that are probably one: by address, by telephone and name, or by name in any order. */
export function duplicateContacts<T extends ContactFacts>(contacts: readonly T[]): Pair<T>[] {
  const pairs = [
    ...pairsBy(contacts, ({ email }) => email.trim().toLowerCase(), 0.98, both('邮箱相同', 'Same e-mail')),
    ...pairsBy(contacts, ({ phone }) => digits(phone), 0.9, both('电话相同', 'Same telephone')),
    ...pairsBy(contacts, ({ name }) => nameKey(name), 0.8, both('姓名相同', 'Same name')),
  ];
  // Two addresses that differ speak against two people of one name being one.
  return unique(pairs).filter(
    ({ a, b, score }) =>
      score > 0.8 || a.email === '' || b.email === '' || a.email.toLowerCase() === b.email.toLowerCase(),
  );
}

const digits = (phone: string) => {
  const bare = phone.replace(/\D/g, '');
  return bare.length >= 7 ? bare.slice(-10) : '';
};

/** Words of a name in one order: “Ruiz, Ana” is “Ana Ruiz”. */
function nameKey(name: string): string {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s,，.·]+/)
    .filter(Boolean);
  return words.toSorted().join(' ');
}

export interface DealFacts {
  id: string;
  clientId: string;
  title: string;
  amountMinor: number;
  closeDate: string;
  products: readonly string[];
}

const ALIKE = 0.75;
const ALIKE_WITH_AMOUNT = 0.5;

/** Deals of one client that are probably one: one title, or titles alike, all the more with one amount. */
export function duplicateDeals<T extends DealFacts>(deals: readonly T[]): Pair<T>[] {
  const found: Pair<T>[] = [];
  for (const group of Map.groupBy(deals, ({ clientId }) => clientId).values())
    for (const [at, a] of group.entries())
      for (const b of group.slice(at + 1)) {
        const score = likeness(a.title, b.title);
        const amount = a.amountMinor > 0 && a.amountMinor === b.amountMinor;
        if (score < (amount ? ALIKE_WITH_AMOUNT : ALIKE)) continue;
        found.push({
          ...{ a, b, score: Math.min(1, score + (amount ? 0.2 : 0)) },
          why:
            score === 1
              ? both('名称相同', 'Same name')
              : both(
                  `名称相近（${Math.round(score * 100)}%）${amount ? '，金额相同' : ''}`,
                  `Names alike (${Math.round(score * 100)}%)${amount ? ', same amount' : ''}`,
                ),
        });
      }
  return found.toSorted((x, y) => y.score - x.score);
}

const COMPANY =
  /(有限责任公司|股份有限公司|有限公司|集团|公司|科技|信息技术|网络|技术|\b(inc|ltd|llc|co|corp|corporation|gmbh|company|group|limited|holdings|technolog(y|ies))\b\.?)/gi;

/** Clients whose names are one, but for what kind of company they are. */
export function duplicateAccounts<T extends { id: string; name: string }>(accounts: readonly T[]): Pair<T>[] {
  return unique(
    pairsBy(
      accounts.map((one) => ({ ...one, clientId: '' })),
      ({ name }) => {
        const core = foldForSearch(name.replace(COMPANY, ' ')).replace(/[().,（）·&-]/g, '');
        return core.length >= 2 ? core : '';
      },
      0.9,
      both('去掉公司后缀后名称相同', 'One name, but for the kind of company'),
    ),
  );
}

function pairsBy<T extends { id: string; clientId: string }>(
  items: readonly T[],
  keyOf: (item: T) => string,
  score: number,
  why: LocalizedText,
): Pair<T>[] {
  const groups = Map.groupBy(
    items.filter((item) => keyOf(item) !== ''),
    (item) => `${item.clientId}/${keyOf(item)}`,
  );
  // The first of a group against each other one: three records of one person are two merges.
  return [...groups.values()].flatMap(([a, ...rest]) =>
    a === undefined ? [] : rest.map((b) => ({ a, b, score, why })),
  );
}

function unique<T extends { id: string }>(pairs: readonly Pair<T>[]): Pair<T>[] {
  const best = new Map<string, Pair<T>>();
  for (const pair of pairs) {
    const key = [pair.a.id, pair.b.id].toSorted().join();
    if ((best.get(key)?.score ?? 0) < pair.score) best.set(key, pair);
  }
  return [...best.values()].toSorted((a, b) => b.score - a.score);
}

/** Dice's coefficient of pairs of letters (Dice, Ecology 26, 1945): 1 for one text, 0 for nothing in common. */
export function likeness(a: string, b: string): number {
  const [x, y] = [foldForSearch(a), foldForSearch(b)];
  if (x === y) return 1;
  const [left, right] = [bigrams(x), bigrams(y)];
  if (left.length === 0 || right.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const gram of left) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  let common = 0;
  for (const gram of right) {
    const rest = counts.get(gram) ?? 0;
    if (rest === 0) continue;
    counts.set(gram, rest - 1);
    common += 1;
  }
  return (2 * common) / (left.length + right.length);
}

const bigrams = (text: string) =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
