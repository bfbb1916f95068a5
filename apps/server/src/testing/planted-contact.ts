import type { TestKit } from '@tokenholic/kit/testing';

const at = (place: string) => `01970000-0000-7000-8000-00000000${place}`;

/** A person at a client with everything that is unique about them. */
export const planted = {
  ...{ dealId: at('d101'), contactId: at('d102'), twinId: at('d103'), otherId: at('d104') },
  name: 'Zephyrine Quillfeather',
  formerName: 'Zephyrine Nightjar',
  email: 'zephyrine.q@qinghe.example',
  twinEmail: 'z.quill@qinghe.example',
  phone: '138-8851-7702',
  notes: 'notekeeper-quill-8851',
  subject: 'Subject quillsubject8851 of her mail',
  words: 'Her own words quillwords8851: we decide in March.',
} as const;

/** What must be found nowhere once the person was erased. */
export const tracesOfPlanted = [
  ...[planted.name, planted.formerName, planted.email, planted.twinEmail, planted.phone],
  ...['13888517702', 'Quillfeather', planted.notes, 'quillsubject8851', 'quillwords8851'],
];

type Send = (
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object,
) => Promise<{ status: number; body: unknown }>;

export interface Planting {
  kit: TestKit;
  send: Send;
  upload(path: string, fileName: string, text: string): Promise<number>;
  clientId: string;
  clientName: string;
  vendorId: string;
  /** A collection of the vendor's knowledge base. */
  collectionId: string;
}

/** Puts one person into every place where a contact can come to stand; fails when a place does not take them. */
export async function plantContact(where: Planting): Promise<void> {
  await intoDeals(where);
  await intoFiles(where);
  await intoConsents(where);
  await intoWorkspace(where);
}

async function intoDeals({ send, clientId }: Planting): Promise<void> {
  const { dealId, contactId, twinId, otherId } = planted;
  const must = mustSucceed(send);
  await must('POST', `clients/${clientId}/deals`, {
    ...{ id: dealId, title: 'Quarterly rollout', amountMinor: 7_700, currency: 'CNY' },
    ...{ closeDate: '2027-04-01', source: '', products: [], competitors: [], stage: 'lead' },
  });
  const base = { title: 'CIO', phone: planted.phone, notes: planted.notes };
  const contacts = `clients/${clientId}/contacts`;
  await must('POST', contacts, { ...base, id: contactId, name: planted.formerName, email: planted.email });
  await must('PUT', `contacts/${contactId}`, {
    ...{ ...base, name: planted.name, email: planted.email, revision: 1 },
  });
  await must('POST', contacts, { ...base, id: twinId, name: planted.name, email: planted.twinEmail });
  await must('POST', contacts, {
    ...{ id: otherId, name: 'Bo Almond', title: '', email: '', phone: '' },
    notes: `Reports to ${planted.name}`,
  });
  await must('POST', 'deals/merge', {
    ...{ id: at('d105'), kind: 'contact', keep: contactId, drop: twinId },
  });
  for (const id of [contactId, otherId])
    await must('PUT', `deals/${dealId}/contacts/${id}`, { role: 'champion' });
  const said = { occurredAt: new Date().toISOString(), contactIds: [contactId] };
  const activities = `deals/${dealId}/activities`;
  await must('POST', activities, {
    ...{ ...said, id: at('d106'), kind: 'email', direction: 'in' },
    ...{ subject: planted.subject, text: planted.words },
  });
  await must('POST', activities, {
    ...{ ...said, id: at('d107'), kind: 'call', direction: 'out' },
    ...{ subject: `Call with ${planted.name}`, text: `She can be reached at ${planted.phone}.` },
  });
  await must('POST', `deals/${dealId}/tasks`, {
    ...{ id: at('d108'), title: `Write to ${planted.name}`, dueOn: '2027-02-01' },
  });
}

async function intoFiles({ send, upload, clientName, collectionId }: Planting): Promise<void> {
  const must = mustSucceed(send);
  const told = `Contact: ${planted.name}, ${planted.email}\n`;
  expectStatus(await upload(`deals/${planted.dealId}/files`, 'plan.txt', told), 'files');
  const mail = [
    `From: ${planted.name} <stranger@elsewhere.example>`,
    `To: lin@vendor.example, ${planted.twinEmail}`,
    ...[
      'Subject: Waiting',
      'Message-ID: <quill-8851@elsewhere.example>',
      'Date: Mon, 2 Nov 2026 09:00:00 +0800',
    ],
    ...['Content-Type: text/plain; charset=utf-8', '', `Regards, ${planted.name}`, ''],
  ].join('\r\n');
  expectStatus(await upload('deals/mails', 'waiting.eml', mail), 'mails');
  const table = `Client,Deal,Amount,Close date,Contact,Email\n${clientName},Other,5,2027-01-01,${planted.name},${planted.email}\n`;
  expectStatus(await upload('deals/imports', 'deals.csv', table), 'imports');
  await must('POST', `knowledge/collections/${collectionId}/entries`, {
    ...{ question: 'Who signs?', answer: `${planted.name} signs, reach her at ${planted.email}.` },
  });
}

async function intoConsents({ send, clientId }: Planting): Promise<void> {
  const must = mustSucceed(send);
  const decided = { source: 'form', proof: `Form signed by ${planted.name}` };
  await must('POST', `clients/${clientId}/consents`, {
    ...{ ...decided, id: at('d110'), address: planted.email, purpose: 'product_news', decision: 'given' },
  });
  await must('POST', `clients/${clientId}/consents`, {
    ...{ ...decided, id: at('d111'), address: planted.phone, purpose: 'marketing_call' },
    decision: 'withdrawn',
  });
}

/** Places that fill on their own ways, as texts of people of ours. */
async function intoWorkspace({ kit, clientId, vendorId }: Planting): Promise<void> {
  const asks = `Ask ${planted.name} for the budget`;
  const rows = [
    [
      "insert into copilot.tasks (id, organization_id, key, rule, title, reason, action, status, impact, event_ids, created_at) values ($1, $2, 'quill', 'own', $3::jsonb, $3::jsonb, 'open_client', 'open', 1, '{}', now())",
      [at('d112'), clientId, JSON.stringify({ zh: asks, en: asks })],
    ],
    [
      "insert into copilot.drafts (id, organization_id, kind, tone, language, subject, body, engine, event_ids, created_by, created_at) values ($1, $2, 'email', 'warm', 'en', $3, $3, '{}', '{}', $1, now())",
      [at('d114'), clientId, asks],
    ],
    [
      'insert into kit.idempotency_keys (organization_id, route, key, fingerprint, status, response) values ($1, $2, $3, $4, 201, $5::jsonb)',
      [clientId, 'POST /api/contacts', 'k quill', 'f', JSON.stringify({ name: planted.name })],
    ],
    [
      'insert into agents.checkpoints (organization_id, thread_id, namespace, checkpoint_id, checkpoint, metadata) values ($1, $2, $3, $4, $5, $6)',
      [clientId, 't', '', 'c', JSON.stringify({ page: `Ask ${planted.name}` }), '{}'],
    ],
    [
      'insert into objections.objections (id, organization_id, client_id, text, language, guesses, replies, sources, engine, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $6, $6, $6, $7, now())',
      [at('d113'), vendorId, clientId, `${planted.name} says it is too dear`, 'en', '[]', 'Lin'],
    ],
  ] as const;
  for (const [text, values] of rows) await kit.database.pool.query(text, [...values]);
}

function mustSucceed(send: Send): Send {
  return async (method, path, body) => {
    const answer = await send(method, path, body);
    expectStatus(answer.status, `${method} ${path} ${JSON.stringify(answer.body)}`);
    return answer;
  };
}

function expectStatus(status: number, what: string): void {
  if (status >= 300) throw new Error(`${what}: ${status}`);
}
