import { dealFilterSchema, languageSchema } from '@tokenholic/contracts';
import { type Kit, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { exportDeals } from './queries/export-deals.ts';

const tags = ['deals'];
const read = { permission: 'deal.read' } as const;
const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const;

/** Sends bytes as a file to keep. */
export function sendFile(reply: FastifyReply, name: string, format: keyof typeof TYPES, bytes: Uint8Array) {
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`)
    .type(TYPES[format])
    .send(Buffer.from(bytes));
}

/** What leaves the product as a file. */
export function exportRoutes(kit: Kit): ServiceRoutes {
  return (app, _options, done) => {
    const asked = dealFilterSchema.extend({
      format: z.enum(['csv', 'xlsx']),
      language: languageSchema.default('zh'),
    });
    app.get(
      '/api/deals/export',
      { config: read, schema: { tags, querystring: asked } },
      async (request, reply) => {
        const { format, language, ...filter } = request.query;
        const bytes = await exportDeals(kit, principalOf(request), filter, { format, language });
        return sendFile(reply, language === 'zh' ? '商机' : 'deals', format, bytes);
      },
    );
    done();
  };
}
