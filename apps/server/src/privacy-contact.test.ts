import type { ContactTraces, Deal, ErasureReceipt } from '@tokenholic/contracts';
import { settleErasures } from '@tokenholic/privacy';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { caller } from './testing/caller.ts';
import { plantContact, planted, tracesOfPlanted } from './testing/planted-contact.ts';
import { openPrivacyHouse, other, type PrivacyHouse } from './testing/privacy-house.ts';

let house: PrivacyHouse;
beforeAll(async () => {
  house = await openPrivacyHouse();
}, 240_000);
afterAll(() => house.product.close());

test('a living organisation’s people stand in no store in plain: not in a table, an event, a file or a queue', async () => {
  const deal = '01970000-0000-7000-8000-00000000d001';
  const contact = '01970000-0000-7000-8000-00000000d002';
  const said = '01970000-0000-7000-8000-00000000d003';
  const person = { name: '鸣金雀', email: 'finch.4471@qinghe.example', phone: '139-4471-0000' };
  const words = { notes: '记下雀四四七一', subject: '主题雀四四七一', text: '原话雀四四七一，我来推动。' };
  const now = new Date().toISOString();
  const created = await house.owner('POST', `clients/${other}/deals`, {
    ...{ id: deal, title: '客服迁移', amountMinor: 100, currency: 'CNY', closeDate: '2027-03-01' },
    ...{ source: '', products: [], competitors: [], stage: 'lead' },
  });
  expect(created.status).toBeLessThan(300);
  const added = await house.owner('POST', `clients/${other}/contacts`, {
    ...{ id: contact, ...person, title: 'CTO', notes: words.notes },
  });
  expect(added.status).toBeLessThan(300);
  const logged = await house.owner('POST', `deals/${deal}/activities`, {
    ...{ id: said, kind: 'email', direction: 'in', occurredAt: now, contactIds: [contact] },
    ...{ subject: words.subject, text: words.text },
  });
  expect(logged.status).toBeLessThan(300);
  const wanted = `clients/${other}/requirements`;
  const draft = await house.owner<{ id: string }>('POST', wanted, { language: 'zh' });
  const link = await house.owner<{ token: string }>('POST', `${wanted}/${draft.body.id}/send`, { days: 7 });
  const returned = { name: '归雀四四七一', comment: '附言雀四四七一' };
  const handedBack = await caller(house.product)('POST', `requirements/${link.body.token}`, {
    ...{ ...returned, answers: [], added: [] },
  });
  expect([draft.status, link.status, handedBack.status]).toEqual([201, 200, 200]);
  await house.product.dispatcher.idle();
  const list = await house.owner<{ items: { returned: object }[] }>('GET', wanted);
  expect(list.body.items[0]?.returned).toMatchObject({ by: returned.name, comment: returned.comment });
  const page = await house.owner<{ contact: object; said: object[] }>('GET', `contacts/${contact}`);
  expect(page.body).toMatchObject({
    contact: { ...person, notes: words.notes },
    said: [{ subject: words.subject, text: words.text }],
  });
  const places = [];
  for (const text of [
    person.email,
    person.phone,
    words.notes,
    words.text,
    returned.comment,
    'lin@vendor.example',
  ])
    places.push([text, await house.holding(text)]);
  expect(places).toEqual(places.map(([text]) => [text, []]));
  // Names stand in the workspace's own list of what happened too.
  for (const text of [person.name, words.subject, returned.name])
    expect(await house.holding(text)).toEqual([]);
});

const contactPath = `clients/${other}/contacts/${planted.contactId}/privacy`;

test('a contact’s archive holds everything that leads to the person, and an erasure says beforehand where it will go', async () => {
  const made = await house.owner<{ id: string }>('POST', 'knowledge/collections', {
    name: 'Signing',
  });
  await plantContact({
    ...{
      kit: house.kit,
      send: house.owner,
      upload: house.owner.upload,
      clientId: other,
      clientName: '青禾生鲜',
    },
    ...{ vendorId: await house.vendor(), collectionId: made.body.id },
  });
  await house.settled();
  const { status, bytes } = await house.owner.raw(`${contactPath}/export`);
  expect(status).toBe(200);
  const files = unzipSync(bytes);
  const text = (path: string) => strFromU8(files[path] ?? new Uint8Array());
  const everything = Object.keys(files).map(text).join('\n');
  for (const trace of tracesOfPlanted.filter((one) => one !== '13888517702'))
    expect(everything).toContain(trace);
  for (const table of [
    'deals.contacts',
    'deals.activities',
    'kit.events',
    'personas.subjects',
    'privacy.consents',
  ])
    expect(text(`tables/${table}.ndjson`)).not.toBe('');
  expect(text('tables/privacy.consents.ndjson')).toContain(`Form signed by ${planted.name}`);
  expect(everything).not.toContain('finch.4471');
  // Another client's people are not there at all.
  expect((await house.boss.raw(`${contactPath}/export`)).status).toBe(404);
  const preview = await house.owner<ContactTraces>('GET', contactPath);
  expect(preview.body).toMatchObject({ name: planted.name, nameShared: false });
  expect(preview.body.files.map(({ store }) => store).sort()).toEqual(['deal_files', 'imports', 'knowledge']);
  const stores = preview.body.stores.map(({ name }) => name);
  expect(stores).toEqual(
    expect.arrayContaining(['copilot.timeline', 'deals.activities', 'agents.checkpoints']),
  );
  expect(await house.openedDump()).toContain(planted.name);
});

test('after a contact’s erasure nothing leads to the person in any store, opened or not, and figures of deals hold', async () => {
  const deal = () => house.owner<Deal>('GET', `deals/${planted.dealId}`);
  const before = (await deal()).body;
  const wrong = await house.owner<{ code: string }>('POST', `${contactPath}/erasure`, {
    confirmName: 'Zephyrine',
  });
  expect([wrong.status, wrong.body.code]).toEqual([400, 'privacy.contact_name_differs']);
  const done = await house.owner<ErasureReceipt>('POST', `${contactPath}/erasure`, {
    confirmName: planted.name,
  });
  expect([done.status, done.body.subject]).toEqual([
    200,
    { kind: 'person', id: planted.contactId, clientId: other },
  ]);
  await house.settled();
  const stored = [...(await house.dump())];
  const opened = await house.openedDump();
  const left = tracesOfPlanted.map((trace) => [
    ...[trace, opened.toLowerCase().includes(trace.toLowerCase())],
    stored.filter(([, content]) => content.includes(trace)).map(([name]) => name),
  ]);
  expect(left).toEqual(tracesOfPlanted.map((trace) => [trace, false, []]));
  const deeds = done.body.stores.map(({ kind, name, done: deed }) => `${kind} ${name} ${deed}`);
  for (const deed of [
    ...['table personas.subjects deleted', 'table deals.contacts emptied', 'table deals.contacts replaced'],
    ...['table kit.events replaced', 'table deals.mails deleted', 'table copilot.timeline replaced'],
    ...['table kit.audit_entries kept', 'table privacy.consents kept', 'table privacy.consents deleted'],
    ...['files deal_files replaced', 'files imports replaced', 'files knowledge deleted'],
  ])
    expect(deeds).toContain(deed);
  for (const { done: deed, why } of done.body.stores) if (deed === 'kept') expect(why?.en).toBeTruthy();
  const after = (await deal()).body;
  const figures = ({ people, tasks, ...rest }: Deal) => ({
    ...rest,
    people: people.length,
    tasks: tasks.length,
  });
  expect(figures(after)).toEqual(figures(before));
  expect(after.people.map(({ role, erased }) => [role, erased])).toEqual([
    ['champion', true],
    ['champion', false],
  ]);
  expect((await house.owner('GET', `contacts/${planted.contactId}`)).status).toBe(404);
  expect((await house.owner('GET', contactPath)).status).toBe(404);
  const call = await house.owner('POST', `clients/${other}/consents/check`, {
    ...{ address: planted.phone, purpose: 'marketing_call' },
  });
  expect(call.body).toMatchObject({ allowed: false, because: 'withdrawn' });
});

test('what work under way writes of an erased contact goes when the erasure settles, and then nobody knows whom it was about', async () => {
  await house.kit.database.withTenant([other], ({ db }) =>
    db.execute(
      `insert into copilot.timeline (id, organization_id, kind, type, form, title, occurred_at, actor, weight)
       values ('01970000-0000-7000-8000-00000000d199', '${other}', 'win', 'activity.logged', 'line',
         '{"zh": "${planted.name}", "en": "${planted.name}"}', now(), 'system', 0)`,
    ),
  );
  const { now } = house.kit;
  house.kit.now = () => new Date(now().getTime() + 60 * 60_000);
  await settleErasures(house.kit, house.ports);
  house.kit.now = now;
  expect(await house.holding(planted.name)).toEqual([]);
  const { rows } = await house.kit.database.pool.query(
    `select pending, settled_at is not null as settled from privacy.receipts where subject_id = '${planted.contactId}'`,
  );
  expect(rows).toEqual([{ pending: null, settled: true }]);
});
