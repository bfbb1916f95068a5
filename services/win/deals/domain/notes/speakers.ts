import type { NotesReading } from '@tokenholic/contracts';
import type { Turn } from './read-notes.ts';

const fold = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[（(][^）)]*[）)]/g, '')
    .replace(/[\s.·'’_-]+/g, '');

/** Who spoke and how much, with the contact each probably is; null where none or more than one fits. */
export function speakersOf(
  turns: readonly Turn[],
  contacts: readonly { id: string; name: string }[],
): NotesReading['speakers'] {
  const words = new Map<string, number>();
  for (const { speaker, text } of turns)
    if (speaker !== null) words.set(speaker, (words.get(speaker) ?? 0) + text.length);
  const total = [...words.values()].reduce((sum, number) => sum + number, 0) || 1;
  return [...words]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 40)
    .map(([name, number]) => ({ name, share: number / total, contactId: contactFor(name, contacts) }));
}

function contactFor(name: string, contacts: readonly { id: string; name: string }[]): string | null {
  const wanted = fold(name);
  const only = (found: readonly { id: string }[]) => (found.length === 1 ? (found[0]?.id ?? null) : null);
  const same = contacts.filter((contact) => fold(contact.name) === wanted);
  if (same.length > 0) return only(same);
  // A first name, or a name with the company behind it; too short a name would fit anybody.
  if (wanted.length < 2) return null;
  return only(
    contacts.filter((contact) => {
      const known = fold(contact.name);
      const first = fold(contact.name.split(/[\s·]/)[0] ?? '');
      return wanted.startsWith(known) || (first.length > 1 && wanted === first);
    }),
  );
}
