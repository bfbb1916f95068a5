import { eventRegistry, type Persona, type PersonaCard } from '@tokenholic/contracts';
import { uuidv7 } from 'uuidv7';
import { afterAll, expect, test } from 'vitest';
import { foreign, headline, LETTER, now, openPersonas, yunxiu } from './testing/personas-house.ts';

const { kit, publish, settle, addPerson, say, call, read, lineOf, valuesOf, traces, analyst, close } =
  await openPersonas();
afterAll(close);

test('a persona is worked out from what the person wrote and did, each trait with its quotes, and from nothing of ours', async () => {
  const contactId = await analyst();
  const persona = await read(contactId);
  expect(persona).toMatchObject({
    name: '高屹',
    clientName: '云岫短剧',
    allowed: true,
    working: false,
    version: 1,
  });
  expect(valuesOf(persona, 'decision_style')).toEqual(['driving']);
  expect(valuesOf(persona, 'proof')).toEqual(['data']);
  expect(valuesOf(persona, 'risk')).toEqual(['cautious']);
  expect(valuesOf(persona, 'formality')).toEqual(['neutral']);
  expect(valuesOf(persona, 'buying_role')).toEqual(['technical_evaluator']);
  expect(valuesOf(persona, 'answer_time')).toEqual(['within_hours']);
  expect(lineOf(persona, 'answers_within_day')?.traits[0]?.estimate).toMatchObject({
    value: 13 / 14,
    unit: 'share',
  });
  expect(JSON.stringify(persona)).not.toMatch(/愿景|此致|贵方/);
  const quotes = persona.lines.flatMap(({ traits }) =>
    traits.flatMap(({ evidence }) => evidence.flatMap(({ quote }) => (quote === null ? [] : [quote]))),
  );
  expect(quotes.length).toBeGreaterThan(10);
  for (const quote of quotes) expect(LETTER).toContain(quote);
  expect(persona.engine).toMatchObject({ via: 'rules' });
  expect(persona.advice.map(({ occasion }) => occasion)).toEqual(
    expect.arrayContaining(['email', 'call', 'meeting']),
  );
  expect(persona.charts?.hours.flat().reduce((sum, count) => sum + count, 0)).toBe(12);
});

test('too little is said to be too little, and the list shows it', async () => {
  const contactId = await addPerson('方思敏', '');
  await say(contactId, '方思敏', { daysAgo: 2, text: '报价单收到了。' });
  await settle();
  const persona = await read(contactId);
  expect(persona.lines.every(({ traits, missing }) => traits.length === 0 && missing !== null)).toBe(true);
  expect(persona.advice).toEqual([]);
  const { body } = await call<{ items: PersonaCard[] }>('GET', `?search=${encodeURIComponent('方思敏')}`);
  expect(body.items).toMatchObject([{ contactId, activities: 1, known: 0, summary: [] }]);
});

test('what a person of ours says stands over what was worked out, and over every later version', async () => {
  const contactId = await analyst('许岚');
  const edit = { key: 'decision_style', value: 'analytical', action: 'set' };
  await call('PUT', `/${contactId}/edits`, edit);
  await call('PUT', `/${contactId}/edits`, { key: 'risk', value: 'cautious', action: 'dismiss' });
  for (const daysAgo of [1, 1, 1, 1, 1, 1])
    await say(contactId, '许岚', {
      daysAgo,
      kind: 'call',
      text: '许岚：“迁移的工作量我去推动，我会跟老板汇报。”',
    });
  await settle();
  const persona = await read(contactId);
  expect(persona.version).toBeGreaterThan(1);
  expect(lineOf(persona, 'decision_style')).toMatchObject({
    edits: [{ value: 'analytical', action: 'set', by: { zh: '林佩' } }],
    traits: [{ value: 'driving' }],
  });
  expect(persona.advice.flatMap(({ because }) => because.map(({ label }) => label.zh))).not.toContain('谨慎');
  const events = await kit.database.pool.query<{ payload: unknown; personal: string }>(
    `select payload, personal from kit.events where type = 'persona.updated' and payload->>'contactId' = '${contactId}' order by seq desc limit 1`,
  );
  const payload = await kit.database.withTenant([yunxiu], (tx) =>
    tx.openEvent(yunxiu, events.rows[0] ?? { payload: null }),
  );
  const { traits } = eventRegistry.persona_events['persona.updated'][1].parse(payload);
  expect(traits.find(({ key }) => key === 'decision_style')).toMatchObject({
    value: 'analytical',
    edited: true,
  });
  expect(traits.find(({ key }) => key === 'risk')).toBeUndefined();
  const first = (await call<Persona>('GET', `/${contactId}?version=1`)).body;
  expect([first.version, first.activities]).toEqual([1, 24]);
  expect((await call('GET', `/${contactId}?version=99`)).status).toBe(404);
  await call('PUT', `/${contactId}/edits`, { ...edit, action: null });
  expect(lineOf(await read(contactId), 'decision_style')?.edits).toEqual([]);
});

test('a value that is none, and words about what is nobody’s business, are refused', async () => {
  const contactId = await analyst('陆川');
  const put = (body: object) => call<{ code: string }>('PUT', `/${contactId}/edits`, body);
  expect((await put({ key: 'risk', value: 'reckless', action: 'set' })).body.code).toBe(
    'personas.value_unknown',
  );
  const words = { key: 'best_time', value: '化疗之后的周三', action: 'set' };
  expect((await put(words)).body.code).toBe('personas.protected');
  expect((await put({ ...words, value: '周三上午' })).status).toBe(200);
});

test('protected matters are never kept, inferred or quoted, whoever writes of them', async () => {
  const contactId = await addPerson('沈若松');
  const canaries = [
    '我在做化疗，周三要去医院。先试点，风险要可控。',
    '斋月期间我不接电话，我们是穆斯林。请给我数据。',
    '我是党员，周五有党派活动。先说结论。',
    'I was diagnosed with diabetes last month. Please send the benchmark data.',
    'As a Catholic I am at church on Sundays. What is the latency?',
    'My wife is pregnant, so no travel. Let us pilot first.',
    '我离婚后带孩子，傍晚不方便。给我测试报告。',
    'I voted for the Democrats. The budget is my decision.',
  ];
  for (const [index, text] of canaries.entries())
    await say(contactId, '沈若松', { daysAgo: index * 3 + 1, text });
  await settle();
  const everything = await traces();
  expect(everything).not.toMatch(
    /化疗|斋月|穆斯林|党员|diabetes|Catholic|church|pregnant|离婚|孩子|Democrats/,
  );
  const persona = await read(contactId);
  expect(persona.withWords).toBe(8);
  expect(JSON.stringify(persona.lines)).toContain('数据');
});

test('pages a person opened count as interest, not as a way of writing', async () => {
  const contactId = await addPerson('秦薇');
  await settle();
  const visits = Array.from({ length: 8 }, (_, index) => ({
    ...{ id: uuidv7(), title: '数据合规与加密白皮书', seconds: 40 },
    at: new Date(now.getTime() - index * 86_400_000).toISOString(),
  }));
  expect((await call('POST', `/${contactId}/web-visits`, { visits })).status).toBe(204);
  expect((await call('POST', `/${contactId}/web-visits`, { visits })).status).toBe(204);
  await settle();
  const persona = await read(contactId);
  expect(persona.activities).toBe(8);
  expect(valuesOf(persona, 'priority')).toContain('security');
  expect(valuesOf(persona, 'language')).toEqual([]);
});

test('a persona is taken along as PNG and as PDF', async () => {
  const contactId = await analyst('何建平');
  const png = await call('GET', `/${contactId}/export/png?language=en`);
  expect(png.raw.subarray(1, 4).toString()).toBe('PNG');
  const pdf = await call('GET', `/${contactId}/export/pdf`);
  expect(pdf.raw.subarray(0, 5).toString()).toBe('%PDF-');
});

test('two records of one person that become one have one history; taken apart, each has its own again', async () => {
  const contactId = await analyst('秦川');
  const goneId = await analyst('秦川（旧）');
  await publish('contact.merged', { headline, contactId, goneId });
  await settle();
  expect((await read(contactId)).activities).toBe(48);
  expect((await call('GET', `/${goneId}`)).status).toBe(404);
  await publish('contact.merge_undone', { headline, contactId, goneId });
  await settle();
  expect([(await read(contactId)).activities, (await read(goneId)).activities]).toEqual([24, 24]);
  await call('PUT', `/${goneId}/settings`, { allowed: false });
  await publish('contact.merged', { headline, contactId, goneId });
  await settle();
  expect(await read(contactId)).toMatchObject({ allowed: false, version: null });
});

test('a contact of a client one is not assigned to is not found', async () => {
  const contactId = uuidv7();
  await kit.database.withTenant([foreign], (tx) =>
    tx.publish(foreign, 'contact.saved', {
      ...{ headline, contactId, name: 'Canary', title: '', email: '', phone: '', notes: '' },
    }),
  );
  await settle();
  expect((await call('GET', `/${contactId}`)).status).toBe(404);
  expect((await call('PUT', `/${contactId}/settings`, { allowed: false })).status).toBe(404);
  const { body } = await call<{ items: PersonaCard[] }>('GET', '');
  expect(JSON.stringify(body)).not.toContain('Canary');
});
