import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { requestAlreadyTaken } from '../database/request-claims.ts';
import type { SealedTable } from '../encryption/sealed-columns.ts';
import type { Kit } from '../service/kit.ts';
import { currentTrace, type RequestClaim } from '../telemetry/trace.ts';
import { idempotencyKeyInvalid, idempotencyKeyReused } from './failures.ts';

const KEY = /^[\x21-\x7e]{8,200}$/;

/** An answer may name anybody, and waits for a day whether it is asked for again. */
export const sealedRequestAnswers: SealedTable = {
  ...{ name: 'kit.idempotency_keys', own: false, remembered: false },
  key: ['organization_id', 'route', 'key'],
  columns: [{ property: 'response', column: 'response', kind: 'json', index: null }],
};

interface KnownAnswer extends Record<string, unknown> {
  fingerprint: string;
  status: number | null;
  response: unknown;
}

/**
 * `Idempotency-Key` on POST (draft-ietf-httpapi-idempotency-key-header): a request that is sent again within 24 hours
 * with its key gets the first answer again and does nothing twice, also after a crash between commit and answer.
 */
export function addIdempotency(app: FastifyInstance, kit: Kit): void {
  app.addHook('preHandler', async (request, reply) => {
    const claim = claimOf(request);
    if (claim === null) return;
    const known = await knownAnswer(kit, claim);
    if (known === undefined) {
      currentTrace().claim = claim;
      return;
    }
    if (known.fingerprint !== claim.fingerprint) throw idempotencyKeyReused();
    if (known.status === null) throw requestAlreadyTaken();
    return reply.status(known.status).header('idempotency-replayed', 'true').send(known.response);
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    const { claim } = currentTrace();
    // Most requests are read: they wait for nothing here.
    if (claim === undefined || reply.statusCode >= 300 || typeof payload !== 'string') {
      done(null, payload);
      return;
    }
    keepAnswer(kit, claim, reply.statusCode, payload).then(() => done(null, payload), done);
  });
}

function claimOf(request: FastifyRequest): RequestClaim | null {
  const { principal } = request;
  const header = request.headers['idempotency-key'];
  if (request.method !== 'POST' || principal === null || header === undefined) return null;
  if (request.routeOptions.config.confidential === true) return null;
  if (typeof header !== 'string' || !KEY.test(header)) throw idempotencyKeyInvalid();
  const clientId = (request.params as Record<string, string> | undefined)?.clientId;
  return {
    organizationId: clientId?.toLowerCase() ?? principal.homeOrganizationId,
    route: `${request.method} ${request.url}`,
    // A key belongs to the person who made it: two people cannot read each other's answers by guessing.
    key: `${principal.user.id} ${header}`,
    fingerprint: createHash('sha256')
      .update(JSON.stringify(request.body ?? null))
      .digest('hex'),
  };
}

async function knownAnswer(kit: Kit, claim: RequestClaim): Promise<KnownAnswer | undefined> {
  await kit.database.withSystem(({ client }) =>
    client.query("delete from kit.idempotency_keys where created_at < now() - interval '24 hours'"),
  );
  const { organizationId, route, key } = claim;
  return kit.database.withTenant([organizationId], async (tx) => {
    const { rows } = await tx.db.execute<KnownAnswer>(
      sql`select fingerprint, status, response from kit.idempotency_keys where organization_id = ${organizationId} and route = ${route} and key = ${key}`,
    );
    const stored = rows.map((row) => ({ ...row, organizationId }));
    return (await tx.open(sealedRequestAnswers, stored))[0];
  });
}

async function keepAnswer(kit: Kit, claim: RequestClaim, status: number, response: string): Promise<void> {
  const { organizationId, route, key, fingerprint } = claim;
  const answer: { response: unknown } = { response: JSON.parse(response) };
  await kit.database.withTenant([organizationId], async (tx) => {
    const kept = JSON.stringify((await tx.seal(sealedRequestAnswers, organizationId, answer)).response);
    await tx.db.execute(sql`
      insert into kit.idempotency_keys (organization_id, route, key, fingerprint, status, response)
      values (${organizationId}, ${route}, ${key}, ${fingerprint}, ${status}, ${kept}::jsonb)
      on conflict (organization_id, route, key) do update set status = ${status}, response = ${kept}::jsonb`);
  });
}
