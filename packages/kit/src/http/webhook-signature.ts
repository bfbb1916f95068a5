import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { SharedCache } from '../cache/shared-cache.ts';
import { AppError } from '../errors.ts';

/** How far a delivery's time may lie from ours, in seconds: longer than clocks differ, shorter than anybody waits to resend one. */
const WINDOW_SECONDS = 300;
const MOST_SIGNATURES = 5;

export interface WebhookDelivery {
  /** `t=1700000000,v1=<hex>`: the sender's time in seconds, and an HMAC-SHA256 of `time.body` for each of its secrets. */
  signature: string | undefined;
  /** The bytes as they came, before anything parsed them. */
  body: Buffer;
}

export interface WebhookGuard {
  /** The newest first; an older one stays until the sender has moved on. */
  secrets: readonly string[];
  /** Whose deliveries these are: for remembering which were seen. */
  organizationId: string;
  seen: Pick<SharedCache, 'get' | 'set'>;
  now: () => Date;
}

/** Signs as a sender does: for our own webhooks, and for tests. */
export function signWebhook(secret: string, body: Buffer, at: Date): string {
  const time = Math.floor(at.getTime() / 1_000);
  return `t=${time},v1=${macOf(secret, time, body).toString('hex')}`;
}

/**
 * Lets a delivery through when one of the secrets signed it, it is not old, and it was not seen before. Refused ones get
 * one and the same answer, so that a guesser learns nothing from it. The memory of what was seen may lose an entry: what
 * must never happen twice is also guarded by the sender's id of it, in the transaction that does it.
 */
export async function acceptWebhook(guard: WebhookGuard, delivery: WebhookDelivery): Promise<void> {
  const { time, macs } = readSignature(delivery.signature ?? '');
  if (!isSigned(guard.secrets, time, delivery.body, macs)) throw webhookRefused();
  if (Math.abs(guard.now().getTime() / 1_000 - time) > WINDOW_SECONDS) throw webhookRefused();
  const key = `webhook/${time}/${macs.map((mac) => mac.toString('hex')).join('.')}`;
  if ((await guard.seen.get(guard.organizationId, key, z.literal('seen'))) !== null) throw webhookRefused();
  await guard.seen.set(guard.organizationId, key, 'seen', 2_000 * WINDOW_SECONDS);
}

function readSignature(text: string): { time: number; macs: Buffer[] } {
  const parts = text.split(',').map((part) => part.trim().split('='));
  const time = Number(parts.find(([name]) => name === 't')?.[1] ?? Number.NaN);
  const macs = parts
    .filter(([name, value]) => name === 'v1' && /^[0-9a-f]{64}$/.test(value ?? ''))
    .slice(0, MOST_SIGNATURES)
    .map(([, value]) => Buffer.from(value ?? '', 'hex'));
  return { time, macs };
}

/** Every pair is compared, each in constant time: how long it takes says nothing of how much was right. */
function isSigned(secrets: readonly string[], time: number, body: Buffer, macs: readonly Buffer[]): boolean {
  if (!Number.isSafeInteger(time)) return false;
  let matches = 0;
  for (const secret of secrets)
    for (const mac of macs) matches += timingSafeEqual(macOf(secret, time, body), mac) ? 1 : 0;
  return matches > 0;
}

function macOf(secret: string, time: number, body: Buffer): Buffer {
  return createHmac('sha256', secret).update(`${time}.`).update(body).digest();
}

function webhookRefused(): AppError {
  return new AppError({
    kind: 'unauthenticated',
    code: 'kit.webhook_refused',
    message: {
      zh: '签名无效、已过期或重复送达。请检查两端的密钥和时钟。',
      en: 'The signature is wrong, too old, or was seen before. Check the secret and the clocks of both sides.',
    },
  });
}
