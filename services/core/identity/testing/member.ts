import { expect, vi } from 'vitest';
import { type House, PASSWORD, type Visitor } from './accounts-house.ts';

/** The clock, so much later. */
export const inMinutes = (minutes: number) =>
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 });

/** What a person fills in who brings an organisation of their own. */
export const signUp = (email: string, more: object = {}) => ({
  ...{ name: 'Mia Chen', email, password: PASSWORD, language: 'en', organizationName: 'Harbourline' },
  ...more,
});

/** Somebody who signed up, verified the address and signed in. */
export async function memberOf(house: House, email: string): Promise<Visitor> {
  const visitor = house.visitor();
  await visitor.call('POST', 'account/sign-up', signUp(email));
  await visitor.call('POST', 'account/verify', { token: await house.linkTo(email, 'verify') });
  expect((await visitor.call('POST', 'account/sign-in', { email, password: PASSWORD })).status).toBe(200);
  return visitor;
}
