import { fold } from './tokens.ts';

/** The same thing in both languages; the first of each list is what it is usually called. */
export interface GlossaryEntry {
  zh: readonly string[];
  en: readonly string[];
}

export interface Translation {
  asked: string;
  read: string;
}

/** Looks up what a question calls in the other language. Longer names win over those inside them. */
export function createGlossary(entries: readonly GlossaryEntry[]) {
  const toOther = new Map<string, string>();
  for (const { zh, en } of entries) {
    const [firstZh] = zh;
    const [firstEn] = en;
    if (firstZh === undefined || firstEn === undefined) continue;
    for (const name of zh) if (!toOther.has(fold(name))) toOther.set(fold(name), firstEn);
    for (const name of en) if (!toOther.has(fold(name))) toOther.set(fold(name), firstZh);
  }
  const names = [...toOther.keys()].sort((first, second) => second.length - first.length);
  const isHan = (name: string) => /\p{Script=Han}/u.test(name);
  return (question: string): Translation[] => {
    let rest = ` ${fold(question)} `;
    const found: Translation[] = [];
    for (const name of names) {
      const at = isHan(name) ? rest.indexOf(name) : wordAt(rest, name);
      if (at < 0) continue;
      found.push({ asked: name, read: toOther.get(name) ?? '' });
      rest = `${rest.slice(0, at)} ${rest.slice(at + name.length)}`;
    }
    return found;
  };
}

/** Place of a name that stands as words of its own, a plural allowed; -1 when there is none. */
function wordAt(text: string, name: string): number {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!/[a-z0-9]/.test(text[at - 1] ?? ' ') && /^(s|es)?[^a-z0-9]/.test(`${text.slice(at + name.length)} `))
      return at;
  return -1;
}
