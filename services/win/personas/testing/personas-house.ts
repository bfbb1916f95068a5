import type { EventPayload, EventType, Persona, PersonaTraitKey } from '@tokenholic/contracts';
import { createConsumer, createHttpServer, type Principal } from '@tokenholic/kit';
import { createTestKit } from '@tokenholic/kit/testing';
import { createLlm } from '@workflow/llm-sdk';
import { uuidv7 } from 'uuidv7';
import type { MayProfile } from '../ports.ts';
import { personasMigrations, personasService } from '../service.ts';

const home = '01970000-0000-7000-8000-00000000000a';
export const yunxiu = '01970000-0000-7000-8000-00000000c001';
export const foreign = '01970000-0000-7000-8000-00000000c009';
const deal = '01970000-0000-7000-8000-0000000000f1';
const lin: Principal = {
  user: {
    id: '01970000-0000-7000-8000-0000000000d1',
    name: { zh: '林佩', en: 'Lin Pei' },
    roles: ['sales_manager'],
    permissions: ['deal.read', 'deal.write'],
  },
  homeOrganizationId: home,
  organizationIds: [home, yunxiu],
};
export const headline = { zh: '邮件', en: 'E-mail' };
export const now = new Date('2026-11-27T09:00:00Z');

/** Contacts who have not agreed to a persona. */
const unasked = new Set<string>();
const mayProfile: MayProfile = async (_tx, _clientId, ids) =>
  new Map(
    ids.map((id) => {
      const allowed = !unasked.has(id);
      return [id, { allowed, because: allowed ? 'given' : 'never_asked', since: null }];
    }),
  );

export const LETTER =
  '王经理，先说结论：这件事尽快定下来。接口的并发和延迟还要压测，给我测试报告里的数据。风险要可控，先试点。';

interface Saying extends Partial<EventPayload<'activity.logged'>> {
  daysAgo: number;
  hour?: number;
}

/** Personas alone: one client, whose people write, are read of, and agree or not. */
export async function openPersonas() {
  const kit = await createTestKit([personasMigrations]);
  kit.now = () => now;
  const service = personasService(createLlm({ connections: () => [] }), mayProfile)(kit);
  const app = await createHttpServer({ kit, version: '0', authenticate: async () => lin });
  await app.register(service.routes);
  const consumer = createConsumer('personas', service.consumes, kit);
  const publish = <N extends EventType>(type: N, payload: EventPayload<N>) =>
    kit.database.withTenant([yunxiu], (tx) => tx.publish(yunxiu, type, payload));

  /** Events and jobs until nothing is left. */
  async function settle(): Promise<void> {
    for (;;) {
      while (await consumer.step());
      const { rows } = await kit.database.pool.query<{ queue: string; data: Record<string, unknown> }>(
        'delete from kit.job_requests returning queue, data',
      );
      if (rows.length === 0) return;
      for (const { queue, data } of rows)
        await service.jobs[queue]?.(data, {
          ...{ organizationId: yunxiu, retries: 0, signal: new AbortController().signal },
        });
    }
  }

  async function addPerson(name: string, title = ''): Promise<string> {
    const contactId = uuidv7();
    await publish('contact.saved', { headline, contactId, name, title, email: '', phone: '', notes: '' });
    return contactId;
  }

  function say(contactId: string, name: string, { daysAgo, hour = 2, ...said }: Saying): Promise<void> {
    const occurredAt = new Date(Date.parse('2026-11-27T00:00:00Z') - daysAgo * 86_400_000 + hour * 3_600_000);
    return publish('activity.logged', {
      ...{ headline, activityId: uuidv7(), dealId: deal, kind: 'email', direction: 'in', subject: '方案' },
      ...{ text: '', people: [{ contactId, name }], occurredAt: occurredAt.toISOString() },
      ...said,
    });
  }

  async function call<T>(method: 'GET' | 'PUT' | 'POST', url: string, payload?: object) {
    const response = await app.inject({
      ...{ method, url: `/api/personas${url}` },
      ...(payload === undefined ? {} : { payload }),
    });
    const isJson = String(response.headers['content-type']).includes('json');
    return {
      status: response.statusCode,
      body: isJson ? response.json<T>() : (null as T),
      raw: response.rawPayload,
    };
  }
  const read = async (contactId: string) => (await call<Persona>('GET', `/${contactId}`)).body;
  const lineOf = (persona: Persona, key: PersonaTraitKey) => persona.lines.find((line) => line.key === key);
  const valuesOf = (persona: Persona, key: PersonaTraitKey) =>
    lineOf(persona, key)?.traits.map(({ value }) => value);

  /** Everything this service and the log of its events hold, as text. */
  async function traces(): Promise<string> {
    const tables = ['subjects', 'interactions', 'versions', 'edits'];
    const kept = await Promise.all([
      ...tables.map((name) => kit.database.pool.query(`select t::text as row from personas.${name} t`)),
      kit.database.pool.query("select t::text as row from kit.events t where topic = 'persona_events'"),
      kit.database.pool.query('select t::text as row from kit.audit_entries t'),
      kit.database.pool.query('select t::text as row from kit.job_requests t'),
    ]);
    return JSON.stringify(kept.map(({ rows }) => rows));
  }

  async function analyst(name = '高屹'): Promise<string> {
    const contactId = await addPerson(name, '视频算法负责人');
    for (let week = 0; week < 12; week += 1) {
      await say(contactId, name, {
        ...{ daysAgo: 3 + week * 7, direction: 'out', hour: 1 },
        text: '尊敬的高总：您好！烦请贵方查收案例，想象一下这个愿景，太棒了。此致敬礼',
      });
      await say(contactId, name, { daysAgo: 3 + week * 7, hour: 3, text: LETTER });
    }
    await settle();
    return contactId;
  }
  const client = { id: yunxiu, name: '云岫短剧', website: null, sample: true, createdAt: now.toISOString() };
  await publish('client.created', { client, research: null });
  return {
    ...{ kit, publish, settle, addPerson, say, call, read, lineOf, valuesOf, traces, analyst, unasked },
    close: async () => {
      await app.close();
      await kit.close();
    },
  };
}
