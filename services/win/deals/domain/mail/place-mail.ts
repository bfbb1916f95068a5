import type { LocalizedText } from '@tokenholic/contracts';
import { foldForSearch } from '../deal.ts';
import { bareSubject, type ParsedMail } from './mail.ts';

export interface KnownContact {
  id: string;
  clientId: string;
  name: string;
  email: string;
}

export interface KnownDeal {
  id: string;
  clientId: string;
  title: string;
  open: boolean;
  /** Who takes part in its decision. */
  contactIds: readonly string[];
}

/** What is known that a mail could belong to. */
export interface MailContext {
  contacts: readonly KnownContact[];
  deals: readonly KnownDeal[];
  /** Message-IDs that are on record, with their deal. */
  threads: ReadonlyMap<string, string>;
}

export type MailPlace =
  | { kind: 'deal'; dealId: string; contactIds: string[]; direction: 'in' | 'out'; why: LocalizedText }
  | { kind: 'unfiled'; candidates: string[]; why: LocalizedText };

const both = (zh: string, en: string): LocalizedText => ({ zh, en });

/** Which deal a mail belongs to: by its thread, by a deal's name in the subject, or by the only open deal of who is in it. */
export function placeMail(mail: ParsedMail, { contacts, deals, threads }: MailContext): MailPlace {
  const addresses = new Set([mail.from, ...mail.to].map(({ address }) => address));
  const people = contacts.filter(({ email }) => addresses.has(email.toLowerCase()));
  const file = (deal: KnownDeal, why: LocalizedText): MailPlace => ({
    ...{ kind: 'deal', dealId: deal.id, why },
    ...withinDeal(mail, deal.clientId, people),
  });
  for (const reference of mail.references) {
    const deal = deals.find(({ id }) => id === threads.get(reference));
    if (deal !== undefined) return file(deal, both('接着这个商机里的邮件', 'Answers a mail of this deal'));
  }
  if (people.length === 0)
    return {
      ...{ kind: 'unfiled', candidates: [] },
      why: both('收发件人里没有认识的联系人', 'Nobody in it is a known contact'),
    };
  const clients = new Set(people.map(({ clientId }) => clientId));
  const theirs = deals.filter(({ clientId }) => clients.has(clientId));
  const subject = foldForSearch(bareSubject(mail.subject));
  const named = theirs.filter(
    ({ title }) => foldForSearch(title).length >= 4 && subject.includes(foldForSearch(title)),
  );
  const [only, ...others] = named;
  if (only !== undefined && others.length === 0)
    return file(only, both('主题里有商机名称', 'The subject names the deal'));
  const ids = new Set(people.map(({ id }) => id));
  const open = theirs.filter((deal) => deal.open);
  const joined = open.filter(({ contactIds }) => contactIds.some((id) => ids.has(id)));
  const choice = joined.length > 0 ? joined : open;
  const [one, ...more] = choice;
  if (one !== undefined && more.length === 0)
    return file(
      one,
      both(
        `${people[0]?.name ?? ''} 只有这一个进行中的商机`,
        `The only open deal of ${people[0]?.name ?? ''}`,
      ),
    );
  return {
    ...{ kind: 'unfiled', candidates: choice.map(({ id }) => id).slice(0, 20) },
    why:
      choice.length === 0
        ? both('联系人没有进行中的商机', 'The contact has no open deal')
        : both(`可能属于 ${choice.length} 个商机`, `May belong to ${choice.length} deals`),
  };
}

/** Who of a deal's client is in the mail, and who wrote first. */
export function withinDeal(
  mail: ParsedMail,
  clientId: string,
  contacts: readonly KnownContact[],
): { contactIds: string[]; direction: 'in' | 'out' } {
  const of = contacts.filter((contact) => contact.clientId === clientId);
  const addresses = new Set([mail.from, ...mail.to].map(({ address }) => address));
  return {
    contactIds: of.filter(({ email }) => addresses.has(email.toLowerCase())).map(({ id }) => id),
    direction: of.some(({ email }) => email.toLowerCase() === mail.from.address) ? 'in' : 'out',
  };
}
