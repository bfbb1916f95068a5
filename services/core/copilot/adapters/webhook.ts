import { guardedLookup, isPublicUrl } from '@tokenholic/kit';
import { Agent, request } from 'undici';
import { type Outcome, outcomeOf } from '../domain/notices/answers.ts';
import type { PostWebhook } from '../ports.ts';

const TIMEOUT = 10_000;
const MOST_ANSWER_BYTES = 4_096;

/**
 * Posts to chat rooms outside. Never into the private network: a name is resolved once and the address that was checked is
 * the one connected to; redirects are an answer, not followed.
 */
export function createWebhookPoster(allowedPrivateHosts: readonly string[]): {
  post: PostWebhook;
  close(): Promise<void>;
} {
  const allowedNames = new Set(allowedPrivateHosts.map((host) => host.replace(/:\d+$/, '')));
  const agent = new Agent({
    connect: { lookup: guardedLookup((name) => allowedNames.has(name)), timeout: 5_000 },
    headersTimeout: TIMEOUT,
    bodyTimeout: TIMEOUT,
  });
  const post: PostWebhook = async (address, body, key) => {
    const refused = await addressFault(address, allowedPrivateHosts);
    if (refused !== null) return { kind: 'refused', text: refused };
    try {
      const answer = await request(address, {
        method: 'POST',
        dispatcher: agent,
        headers: {
          ...{ 'content-type': 'application/json', 'user-agent': 'Tokenholic' },
          'idempotency-key': key,
        },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(TIMEOUT),
      });
      const text = await shortText(answer.body);
      const after = answer.headers['retry-after'];
      return outcomeOf(answer.statusCode, text, typeof after === 'string' ? after : undefined);
    } catch (error) {
      return unreached(error);
    }
  };
  return { post, close: () => agent.close() };
}

/** What is wrong with an address before anything is sent there; null: nothing. */
export async function addressFault(
  address: string,
  allowedPrivateHosts: readonly string[],
): Promise<string | null> {
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return 'user or password in the address';
  if (allowedPrivateHosts.includes(url.host)) return null;
  if (url.protocol !== 'https:') return 'not https';
  return (await isPublicUrl(address)) ? null : 'private address';
}

async function shortText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes >= MOST_ANSWER_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, MOST_ANSWER_BYTES).toString('utf8');
}

function unreached(error: unknown): Outcome {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EPRIVATE') return { kind: 'refused', text: 'private address' };
  const text = error instanceof Error ? error.message : String(error);
  return { kind: 'later', text: code === '' ? text : `${code} ${text}`, retryAfterSeconds: null };
}
