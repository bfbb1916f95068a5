import { setTimeout as pause } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import type { visitor } from './visitor.ts';

type Visitor = ReturnType<typeof visitor>;

interface Answer {
  status: number;
  body: unknown;
}

const NOTES = '云岫短剧的视频生成使用 Seedance 2.0，智能客服使用 Qwen3.6-Plus，日均 12 万次会话。';

/** A seller's people who make clients one after the other, and what the product acknowledged of it. */
export function sellerAtWork(as: Visitor) {
  /** Clients, and whether they are researched. */
  const clients = new Map<string, boolean>();
  /** Contacts, each of the client with its id. */
  const contacts = new Set<string>();
  /** A client with a contact. The answer is the first that is no success. */
  const create = async (research: boolean, id = uuidv7()): Promise<Answer | null> => {
    const asked = {
      website: null,
      links: [],
      notes: NOTES,
      materialIds: [],
      language: 'zh',
      publicSources: false,
    };
    const made = await as('POST', 'clients', {
      ...{ id, name: `客户 ${id}`, website: null, research: research ? asked : null },
    });
    if (made.status !== 201) return made;
    clients.set(id, research);
    const contact = {
      id: uuidv7(),
      name: '王珊',
      title: '',
      email: `${id}@people.example`,
      phone: '',
      notes: '',
    };
    const added = await as('POST', `clients/${id}/contacts`, contact);
    if (added.status >= 300) return added;
    contacts.add(id);
    return null;
  };
  return {
    clients,
    contacts,
    create,
    /** On and on, with research now and then, while `goesOn`, or until something is no success: that is the answer. */
    work: async (goesOn: () => boolean): Promise<Answer | null> => {
      for (let round = 1; goesOn(); round += 1) {
        const fault = await create(round % 7 === 0).catch((body: unknown) => ({ status: -1, body }));
        if (fault !== null) return fault;
        await pause(150);
      }
      return null;
    },
  };
}

export type SellerAtWork = ReturnType<typeof sellerAtWork>;
