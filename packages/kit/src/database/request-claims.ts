import type { PoolClient } from 'pg';
import { AppError } from '../errors.ts';
import { currentTrace } from '../telemetry/trace.ts';

/**
 * Claims the running request's idempotency key inside the transaction that changes something: a second request with the
 * key waits for the first one's commit and is then refused. A transaction of other organisations (a new client's first
 * one) claims nothing; the answer is kept all the same.
 */
export async function takeClaim(client: PoolClient, organizationIds: readonly string[]): Promise<void> {
  const { claim } = currentTrace();
  if (claim === undefined || claim.taken === true || !organizationIds.includes(claim.organizationId)) return;
  const { organizationId, route, key, fingerprint } = claim;
  const inserted = await client.query(
    'insert into kit.idempotency_keys (organization_id, route, key, fingerprint) values ($1, $2, $3, $4) on conflict do nothing',
    [organizationId, route, key, fingerprint],
  );
  if (inserted.rowCount === 0) throw requestAlreadyTaken();
  claim.taken = true;
}

export function requestAlreadyTaken(): AppError {
  return new AppError({
    kind: 'conflict',
    code: 'kit.request_already_taken',
    message: {
      zh: '这项请求此前已被接收，结果已保存或正在处理，不会重复执行。请查看最新状态。',
      en: 'This request was already taken: it is done or under way and will not run twice. Look at the current state.',
    },
  });
}
