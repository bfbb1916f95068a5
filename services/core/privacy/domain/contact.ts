import { ERASED, isMentioned, mentionPattern, mentionsOf, takeMentions } from './mentions.ts';

/** A person at a client, with everything that leads to them. */
export interface ContactSubject {
  clientId: string;
  clientName: string;
  /** The vendor, whose own rows may be about the person too. */
  vendorId: string;
  contactId: string;
  /** The record, and those that were merged into it. */
  ids: readonly string[];
  /** Events that are about the person, or in which they took part; copies in other tables bear their ids. */
  eventIds: readonly string[];
  /** As they are called and were called before. */
  names: readonly string[];
  /** E-mail addresses and telephone numbers, as people write them. */
  addresses: readonly string[];
  /** What they wrote and said themselves. */
  words: readonly string[];
  /** Somebody else at the client or here has the same name. */
  nameShared: boolean;
}

/** A telephone number in the ways it is written: as given, run together, and in groups of 3, 4 and 4. */
export function waysOfPhone(phone: string): string[] {
  const digits = phone.replace(/[^\d+]/g, '');
  if (digits.replace('+', '').length < 7) return phone.trim() === '' ? [] : [phone.trim()];
  const bare = digits.replace(/^(\+|00)86/, '');
  const grouped = /^1\d{10}$/.test(bare)
    ? [' ', '-'].map((sign) => [bare.slice(0, 3), bare.slice(3, 7), bare.slice(7)].join(sign))
    : [];
  return [...new Set([phone.trim(), digits, bare, ...grouped])];
}

interface Said {
  kind: string;
  direction: string;
  subject: string;
  text: string;
  people: readonly { contactId: string }[];
  authorId?: string | null | undefined;
  turns?: readonly { contactId: string | null; text: string }[] | undefined;
}

/** Their own words in a record: of a mail they wrote all of it, of a transcript what they said in it. */
export function ownWordsIn(said: Said, ids: readonly string[]): string[] {
  const isTheirs = (id: string | null | undefined) => id !== null && id !== undefined && ids.includes(id);
  const [only, ...others] = said.people;
  const wrote =
    said.authorId === undefined
      ? said.kind === 'email' && said.direction === 'in' && others.length === 0 && isTheirs(only?.contactId)
      : isTheirs(said.authorId);
  const spoken = (said.turns ?? []).filter(({ contactId }) => isTheirs(contactId)).map(({ text }) => text);
  return [...(wrote ? [said.subject, said.text] : []), ...spoken].filter((text) => text.trim() !== '');
}

export interface Redactor {
  /** Whether a row leads to the person by id, by address, or because it is about the client and names them. */
  names(row: Readonly<Record<string, unknown>>, about: Reference): boolean;
  /** The row's value without the person. */
  take(value: unknown, row: Readonly<Record<string, unknown>>, about: Reference): unknown;
}

/** What is known of a row besides what it says. */
export interface Reference {
  /** Nothing in such a table is about anybody but the client's people. */
  isTied: boolean;
  clientColumn: string | null;
}

/** Looks for a person in rows: a name alone could be somebody else's, so it counts only where the row leads to the person or their client. */
export function redactorFor(person: ContactSubject): Redactor {
  const addresses = mentionPattern(mentionsOf(person.addresses));
  const named = mentionPattern(mentionsOf([...person.names, ...person.addresses]));
  const everything = mentionPattern(mentionsOf([...person.names, ...person.addresses, ...person.words]));
  const ids = new Set([...person.ids, ...person.eventIds]);
  const leadsTo = (row: Readonly<Record<string, unknown>>): boolean => {
    const flat = Object.values(row);
    if (flat.some((value) => typeof value === 'string' && ids.has(value))) return true;
    const text = JSON.stringify(row);
    if (person.ids.some((id) => text.includes(id)) || isMentioned(addresses, text)) return true;
    return flat.some(
      (value) => Array.isArray(value) && value.some((one) => typeof one === 'string' && ids.has(one)),
    );
  };
  const patternFor = (row: Readonly<Record<string, unknown>>, about: Reference): RegExp | null => {
    if (leadsTo(row)) return everything;
    if (row.organization_id === person.clientId) {
      if (about.isTied) return everything;
      return person.nameShared ? addresses : named;
    }
    const isOfClient =
      (about.clientColumn !== null && row[about.clientColumn] === person.clientId) ||
      JSON.stringify(row).includes(person.clientId);
    return isOfClient ? everything : addresses;
  };
  return {
    names: (row, about) => leadsTo(row) || isMentioned(patternFor(row, about), JSON.stringify(row)),
    take: (value, row, about) => takeMentions(value, patternFor(row, about)),
  };
}

interface Payload {
  [field: string]: unknown;
}

/** What an event keeps of a person's own record: that there was one. */
const EMPTY_FIELDS = { title: '', email: '', phone: '', notes: '', custom: {} };
const EMPTY_HEADLINE = { zh: ERASED, en: ERASED };

/** A payload of an event without the person; null when the event is about nobody else and goes. */
export function eventWithout(
  type: string,
  payload: Readonly<Payload>,
  person: Pick<ContactSubject, 'ids'>,
  take: (value: unknown) => unknown,
): unknown {
  const isAbout = [payload.contactId, payload.goneId].some(
    (id) => typeof id === 'string' && person.ids.includes(id),
  );
  if (isAbout && type.startsWith('persona.')) return type === 'persona.removed' ? payload : null;
  if (isAbout && type === 'contact.saved')
    return { ...payload, headline: EMPTY_HEADLINE, name: ERASED, ...EMPTY_FIELDS };
  return take(payload);
}
