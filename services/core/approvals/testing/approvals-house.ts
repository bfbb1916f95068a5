import type { Approval, ApprovalCard, Role } from '@tokenholic/contracts';
import {
  type Consumer,
  createConsumer,
  createHttpServer,
  type HttpServer,
  type Principal,
  type Service,
} from '@tokenholic/kit';
import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import { uuidv7 } from 'uuidv7';
import { expect } from 'vitest';
import { type ApprovalPorts, approvalsMigrations, approvalsService } from '../service.ts';

export const home = '01970000-0000-7000-8000-00000000000a';
export const yunxiu = '01970000-0000-7000-8000-00000000c001';
export const idOf = (last: string) => `01970000-0000-7000-8000-0000000000${last}`;
const some = (last: string, name: string, roles: Role[], clients: string[]): Principal => ({
  user: {
    id: idOf(last),
    name: { zh: name, en: name },
    roles,
    permissions: ['approval.use', 'approval.rules'],
  },
  homeOrganizationId: home,
  organizationIds: [home, ...clients],
});
export const lin = some('d1', '林佩', ['sales_manager', 'platform_admin'], [yunxiu]);
export const zhou = some('d2', '周衡', ['sales_agent'], [yunxiu]);
const people: Record<string, Principal> = {
  ...{ lin, zhou },
  he: some('d4', '何文澜', ['sales_manager'], []),
  su: some('d3', '苏然', ['support_specialist'], []),
};
export const ports: ApprovalPorts = {
  people: async () => Object.values(people).map(({ user: { id, name, roles } }) => ({ id, name, roles })),
  nameOf: async (_vendorId, id) =>
    (await ports.people('')).find((one) => one.id === id)?.name ?? { zh: '', en: '' },
  clientName: async () => '云岫短剧',
  vendors: async () => [home],
};
// A Thursday, ten in the morning in Shanghai.
export const THURSDAY = new Date('2026-11-26T02:00:00Z');

/** Approvals alone, with four colleagues: 林佩 manages and administers, 何文澜 manages, 周衡 sells, 苏然 supports. */
export interface ApprovalsHouse {
  kit: TestKit;
  service: Service;
  consumer: Consumer;
  call<T>(
    as: string,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: object,
  ): Promise<{ status: number; body: T & { code: string } }>;
  /** Asks for a hand-off to pass, or for what `more` says. */
  ask(as: string, more?: object): Promise<Approval>;
  decide(
    as: string,
    request: Pick<Approval, 'id' | 'revision'>,
    decision: string,
    comment?: string,
  ): Promise<{ status: number; body: Approval & { code: string } }>;
  /** Ids of what waits for somebody. */
  mine(as: string): Promise<string[]>;
  /** What was told of a request, in order, and whether on the client's timeline. */
  eventsOf(approvalId: string): Promise<string[]>;
  close(): Promise<void>;
}

export async function openApprovals(): Promise<ApprovalsHouse> {
  const kit = await createTestKit([approvalsMigrations]);
  const service = approvalsService(ports)(kit);
  const app: HttpServer = await createHttpServer({
    kit,
    version: '0',
    authenticate: async ({ headers }) => people[String(headers['x-as'])] ?? null,
  });
  await app.register(service.routes);
  const call: ApprovalsHouse['call'] = async <T>(
    as: string,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: object,
  ) => {
    const response = await app.inject({
      method,
      url: `/api/approvals${url}`,
      headers: { 'x-as': as },
      ...(body === undefined ? {} : { payload: body }),
    });
    return { status: response.statusCode, body: response.json<T & { code: string }>() };
  };
  return {
    ...{ kit, service, call, consumer: createConsumer('approvals', service.consumes, kit) },
    ask: async (as, more = {}) => {
      const { status, body } = await call<Approval>(as, 'POST', '', {
        ...{ id: uuidv7(), type: 'handoff', clientId: yunxiu, title: '跳过上线清单的两项' },
        ...{ detail: '客户周一上线', amountCny: null, discountPercent: null, ...more },
      });
      expect([status, body.code]).toEqual([201, undefined]);
      return body;
    },
    decide: (as, { id, revision }, decision, comment = '') =>
      call<Approval>(as, 'POST', `/${id}/decision`, { decision, comment, revision }),
    mine: async (as) =>
      (await call<{ items: ApprovalCard[] }>(as, 'GET', '?view=mine')).body.items.map(({ id }) => id),
    eventsOf: async (approvalId) => {
      const { rows } = await kit.database.withSystem(({ client }) =>
        client.query<{ place: string }>(
          `select type || case when organization_id = '${yunxiu}' then ' of client' else '' end as place
           from kit.events where payload->>'approvalId' = $1 order by seq`,
          [approvalId],
        ),
      );
      return rows.map(({ place }) => place);
    },
    close: async () => {
      await app.close();
      await kit.close();
    },
  };
}
