import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningProduct, readConfiguration, startProduct } from '@tokenholic/server';

export const OWNER = { email: 'lin.pei@vendor.example', password: 'quiet-harbour-41-lanterns' };

/** The product with real accounts and its owner signed in, on a port of its own; on DATABASE_URL where one is named. */
export async function startWithAccounts(): Promise<{
  running: RunningProduct;
  cookie: string;
  stop(): Promise<void>;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'tokenholic-bench-'));
  const environment = {
    ...{ PORT: '0', TOKENHOLIC_DATA: folder, TOKENHOLIC_LOG_LEVEL: 'silent' },
    // Neither samples nor the embedding of the built-in knowledge base: both would work beside what is measured.
    ...{ TOKENHOLIC_SAMPLES: 'false', TOKENHOLIC_EMBEDDINGS: 'off' },
    DATABASE_URL: process.env.DATABASE_URL,
  };
  const running = await startProduct(readConfiguration({ ...environment, TOKENHOLIC_DEMO: 'false' }, folder));
  const answer = await fetch(`${running.address}/api/account/sign-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ ...OWNER, name: 'Lin Pei', language: 'en', organizationName: 'Vendor' },
      setupCode: running.product.accounts?.setupCode,
    }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const stop = async () => {
    await running.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { running, cookie, stop };
}

/** The value below which a share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
