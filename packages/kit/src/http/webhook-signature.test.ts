import { expect, test } from 'vitest';
import { createMemorySharedCache } from '../cache/shared-cache.ts';
import { acceptWebhook, signWebhook } from './webhook-signature.ts';

const organizationId = '01970000-0000-7000-8000-0000000000a1';
const at = new Date('2026-11-28T10:00:00Z');
const body = Buffer.from('{"paid":true}');
const guard = (now = at) => ({
  ...{ secrets: ['new-secret', 'old-secret'], organizationId, now: () => now },
  seen: createMemorySharedCache(10, () => now.getTime()),
});
const accept = (signature: string | undefined, given = guard(), bytes = body) =>
  acceptWebhook(given, { signature, body: bytes }).then(
    () => true,
    (error: { code: string }) => error.code,
  );
const REFUSED = 'kit.webhook_refused';

test('what one of the secrets signed comes through, once', async () => {
  const one = guard();
  expect(await accept(signWebhook('new-secret', body, at), one)).toBe(true);
  expect(await accept(signWebhook('new-secret', body, at), one)).toBe(REFUSED);
  expect(await accept(signWebhook('old-secret', body, at))).toBe(true);
});

test('another secret, another body, another time or no signature does not', async () => {
  const signature = signWebhook('new-secret', body, at);
  expect(await accept(signWebhook('guess', body, at))).toBe(REFUSED);
  expect(await accept(signature, guard(), Buffer.from('{"paid":false}'))).toBe(REFUSED);
  expect(await accept(signature.replace(/^t=\d+/, 't=1764324001'))).toBe(REFUSED);
  for (const rubbish of [
    undefined,
    '',
    't=1',
    'v1=00',
    `t=x,${signature.split(',')[1]}`,
    't=1764324000,v1=zz',
  ])
    expect([rubbish, await accept(rubbish)]).toEqual([rubbish, REFUSED]);
});

test('a delivery counts for five minutes before and after its time', async () => {
  const signature = signWebhook('new-secret', body, at);
  const minutes = (count: number) => guard(new Date(at.getTime() + count * 60_000));
  expect(await accept(signature, minutes(4.9))).toBe(true);
  expect(await accept(signature, minutes(-4.9))).toBe(true);
  expect(await accept(signature, minutes(5.1))).toBe(REFUSED);
  expect(await accept(signature, minutes(-5.1))).toBe(REFUSED);
});
