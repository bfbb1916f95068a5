import type { EventPayload } from '@tokenholic/contracts';

type Said = Pick<
  EventPayload<'activity.logged'>,
  'kind' | 'direction' | 'text' | 'people' | 'authorId' | 'turns'
>;
interface Person {
  contactId: string;
  name: string;
}

/** Where an answer ends and the letter it answers begins. */
const EARLIER_LETTER =
  /^\s*(?:-{2,}\s*(?:original message|forwarded message|原始邮件|转发的?邮件)|on .{5,120}(?:wrote|写道)\s*[:：]|发件人\s*[:：]|from:\s.+|在.{4,60}写道\s*[:：]|_{5,})/i;
const FAREWELL =
  /^\s*(?:--\s*$|(?:best|kind|warm)(?: regards| wishes)?,?$|regards,?$|sincerely,?$|cheers,?$|thanks,?$|祝好[，,。]?$|此致$|顺颂商祺[。]?$)/i;
const DEVICE = /^\s*(?:sent from my |发自我的|从我的.{1,12}发送)/i;

/**
 * What this person wrote or said in an activity, and nothing else: quoted letters, signatures, our own notes and what others said
 * are left out. Null when nothing can be told to be theirs; what cannot be told is not guessed.
 */
export function ownWordsOf(said: Said, person: Person): string | null {
  if (said.turns !== undefined && said.turns.length > 0) {
    const own = said.turns.filter(({ contactId }) => contactId === person.contactId).map(({ text }) => text);
    return orNull(own.join('\n'));
  }
  if (said.authorId !== undefined)
    return said.authorId === person.contactId ? orNull(ownLetter(said.text)) : attributed(said, person);
  if (said.kind === 'email') {
    if (said.direction === 'out' || !isTheirs(said, person)) return null;
    return orNull(ownLetter(said.text));
  }
  return attributed(said, person);
}

/** Whether it is an activity of this person at all: a letter that came in is its writer's, not of those in copy. */
export function isTheirs(said: Said, { contactId }: Person): boolean {
  if (said.kind !== 'email' || said.direction === 'out') return true;
  return (said.authorId === undefined ? writerOf(said)?.contactId : said.authorId) === contactId;
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

/** Who wrote a letter that came in: the only one it is from, or the only one whose name closes it. */
function writerOf({ text, people }: Said): Person | undefined {
  if (people.length === 1) return people[0];
  const closing = text.trim().split('\n').slice(-3).join('\n');
  const signed = people.filter(({ name }) => namesOf(name, people).some((form) => closing.includes(form)));
  return signed.length === 1 ? signed[0] : undefined;
}

/** A letter without the earlier letters below it and without what stands under the farewell. */
export function ownLetter(text: string): string {
  const kept: string[] = [];
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    if (EARLIER_LETTER.test(line)) break;
    if (/^\s*>/.test(line) || DEVICE.test(line)) continue;
    if (/^\s*--\s*$/.test(line)) break;
    kept.push(line);
    if (FAREWELL.test(line)) break;
  }
  return kept.join('\n');
}

/** Words that a record attributes to the person by name: `Ada: "…"`, `许岚：“…”`, or a line of a transcript. */
function attributed({ kind, text, people }: Said, { name }: Person): string | null {
  if (kind === 'email') return null;
  const forms = namesOf(name, people).map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const who = `(?<![\\p{L}])(?:${forms.join('|')})`;
  const quoted = new RegExp(
    `${who}\\s*(?:说|表示|提到|回复|强调|认为|问|said|says|asked|replied|wrote|told us)?\\s*[:：,，]?\\s*[“"「]([^”"」]{2,2000})[”"」]`,
    'giu',
  );
  const spoken = new RegExp(
    `^\\s*(?:\\[[^\\]]{1,20}\\]\\s*)?${who}\\s*[:：](?!\\s*[“"「])\\s*(\\S.{1,2000})$`,
    'gimu',
  );
  return orNull(
    [...text.matchAll(quoted), ...text.matchAll(spoken)].map((match) => match[1] ?? '').join('\n'),
  );
}

/** A full name, and a first name nobody else in the talk has. */
function namesOf(name: string, people: readonly Person[]): string[] {
  if (/\p{Script=Han}/u.test(name)) return [name];
  const [first = name] = name.split(/\s+/);
  const alike = people.filter((other) => other.name.split(/\s+/)[0] === first).length;
  return alike > 1 || first.length < 2 ? [name] : [name, first];
}
