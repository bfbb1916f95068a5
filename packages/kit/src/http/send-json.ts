import type { FastifyReply } from 'fastify';

/** Sends JSON that was made from a typed value before: it goes out as it is, without being read and written again. */
export function sendJson(reply: Pick<FastifyReply, 'raw' | 'type'>, json: Buffer): void {
  reply.type('application/json; charset=utf-8').send(json);
}
