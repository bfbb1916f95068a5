import { createHttpServer, type HttpServer } from '@tokenholic/kit';
import { createTestKit, type TestKit } from '@tokenholic/kit/testing';
import type { MailTransport } from '../ports.ts';
import {
  type Accounts,
  createAccounts,
  createAuthenticate,
  createConfirmed,
  createPrincipals,
  identityMigrations,
  identityService,
  shippedList,
} from '../service.ts';

/** Longer than most tests look ahead. */
export const IDLE_MINUTES = 12 * 60;
export const PASSWORD = 'quiet-harbour-41-lanterns';

export interface Answer<T> {
  status: number;
  body: T;
  code: string;
}

/** A browser without a screen: keeps its cookies. */
export interface Visitor {
  call<T>(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
  ): Promise<Answer<T>>;
  cookies: Map<string, string>;
}

export interface House {
  kit: TestKit;
  app: HttpServer;
  accounts: Accounts;
  visitor(address?: string): Visitor;
  /** Somebody who brings a key or token instead of cookies. */
  bearer(text: string): Visitor;
  /** The secret in the link of the newest mail to somebody; fails when there is none. */
  linkTo(email: string, page: string): Promise<string>;
  subjectsTo(email: string): Promise<string[]>;
  /** Makes the vendor's owner and signs in. */
  setUp(): Promise<Visitor>;
  close(): Promise<void>;
}

/** The identity service alone, with real accounts, behind the front door. */
export async function openHouse(transport: MailTransport | null = null): Promise<House> {
  const kit = await createTestKit([identityMigrations]);
  const principals = createPrincipals(kit);
  const accounts = await createAccounts(kit, principals, {
    ...{ address: 'http://tokenholic.test', transport },
    ...{ idleMinutes: IDLE_MINUTES, breached: [shippedList] },
  });
  const service = identityService({ version: '0', accounts, samples: { arriving: false } }, principals)(kit);
  await service.start?.();
  const app = await createHttpServer({
    ...{ kit, version: '0' },
    authenticate: createAuthenticate(principals, accounts),
    confirmed: createConfirmed(accounts),
  });
  await app.register(service.routes);
  const mailsTo = async (email: string) =>
    (await accounts.outbox.list(null, 100)).filter(({ recipient }) => recipient === email);
  const visitor = (address = '203.0.113.7') => createVisitor(app, address);
  return {
    ...{ kit, app, accounts, visitor },
    bearer: (text) => createVisitor(app, '203.0.113.8', `Bearer ${text}`),
    linkTo: async (email, page) => {
      for (const { body } of await mailsTo(email)) {
        const found = new RegExp(`/${page}\\?\\w+=(\\S+)`).exec(body ?? '')?.[1];
        if (found !== undefined) return found;
      }
      throw new Error(`No mail to ${email} has a link to /${page}`);
    },
    subjectsTo: async (email) => (await mailsTo(email)).map(({ subject }) => subject),
    setUp: async () => {
      const owner = visitor();
      await owner.call('POST', 'account/sign-up', {
        ...{ name: '林佩', email: 'lin.pei@vendor.example', password: PASSWORD, language: 'zh' },
        ...{ organizationName: '云上销售', setupCode: accounts.setupCode },
      });
      return owner;
    },
    close: async () => {
      await app.close();
      await service.stop?.();
      await kit.close();
    },
  };
}

function createVisitor(app: HttpServer, remoteAddress: string, authorization?: string): Visitor {
  const cookies = new Map<string, string>();
  return {
    cookies,
    call: async (method, path, body) => {
      const response = await app.inject({
        ...{ method, url: `/api/${path}`, remoteAddress },
        headers: {
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          ...(authorization === undefined ? {} : { authorization }),
        },
        ...(body === undefined ? {} : { payload: body }),
      });
      for (const header of [response.headers['set-cookie'] ?? []].flat()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
        if (/max-age=0/i.test(header)) cookies.delete(name);
        else cookies.set(name, value);
      }
      const text = response.body === '' || response.body === 'null' ? {} : response.json();
      return { status: response.statusCode, body: text, code: text.code ?? '' };
    },
  };
}
