import type { LocalizedText } from '@tokenholic/contracts';
import type { Reference } from '@tokenholic/reference';

/** Something feedback can ask for or against: one of our models, or a product. */
export interface Named {
  id: string;
  name: LocalizedText;
  aliases: readonly string[];
}

export interface FoundName extends Named {
  start: number;
  end: number;
}

type Tables = Pick<Reference, 'models' | 'products'>;

const SHORTEST = 3;

/** Every model we serve and every product, with the ways to call it. */
export function namedThings({ models, products }: Tables): Named[] {
  const ours = models
    .filter(({ servedBy, familyOnly }) => servedBy.includes('alibaba') && familyOnly !== true)
    .map(({ id, name, aliases }) => ({ id, name: { zh: name, en: name }, aliases: [id, name, ...aliases] }));
  const offered = products
    .filter(({ category }) => category !== 'model')
    .map(({ id, name }, _at, all) => {
      const others = all.filter((other) => other.id !== id).map((other) => other.name.zh);
      return { id, name, aliases: [id, name.zh, name.en, ...shortNames(name, others)] };
    });
  return [...ours, ...offered];
}

/** "Model Studio (Bailian)" is also Model Studio, and Bailian; "AI 通用型节省计划" also 节省计划 where nothing else is called so. */
function shortNames({ zh, en }: LocalizedText, others: readonly string[]): string[] {
  const tail = /\p{Script=Han}{4}$/u.exec(zh)?.[0] ?? '';
  const isOwn = tail !== '' && tail !== zh && !others.some((other) => other.includes(tail));
  const inside = /\(([^)]+)\)/.exec(en)?.[1] ?? '';
  return [en.replace(/\s*\([^)]*\)/, ''), inside, /百炼$/.test(zh) ? '百炼' : '', isOwn ? tail : ''].filter(
    (name) => name.length > 1,
  );
}

/** Names in a text with their place; the longest wins, and none lies inside another. */
export function findNames(text: string, things: readonly Named[]): FoundName[] {
  const folded = text.toLowerCase();
  const found: FoundName[] = [];
  const candidates = things
    .flatMap((thing) => thing.aliases.map((alias) => ({ thing, alias: alias.toLowerCase() })))
    .filter(({ alias }) => alias.length >= SHORTEST || /\p{Script=Han}{2}/u.test(alias))
    .sort((first, second) => second.alias.length - first.alias.length);
  for (const { thing, alias } of candidates)
    for (let start = folded.indexOf(alias); start >= 0; start = folded.indexOf(alias, start + 1)) {
      const end = start + alias.length;
      const isWord = /\p{Script=Han}/u.test(alias) || !touchesWord(folded, start, end);
      if (isWord && !found.some((other) => start < other.end && other.start < end))
        found.push({ ...thing, start, end });
    }
  return found.sort((first, second) => first.start - second.start);
}

const touchesWord = (text: string, start: number, end: number) =>
  /[a-z0-9.-]/.test(text[start - 1] ?? ' ') ||
  /[a-z0-9-]/.test(text[end] ?? ' ') ||
  /^\.\d/.test(text.slice(end));
