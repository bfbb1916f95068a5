import { analysisFilterSchema, dealFilterSchema, type Language, languageSchema } from '@tokenholic/contracts';
import { type Kit, principalOf, type ServiceRoutes } from '@tokenholic/kit';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { writePdf } from './adapters/write-pdf.ts';
import { writeSheets } from './adapters/write-sheets.ts';
import { coachReport } from './domain/export/coach-report.ts';
import { type Report, sheetsOf } from './domain/export/report.ts';
import { winLossReport } from './domain/export/win-loss-report.ts';
import { stageBook } from './domain/settings/stages.ts';
import { exportDeals } from './queries/export-deals.ts';
import { readCoach } from './queries/read-coach.ts';
import { readDeal } from './queries/read-deal.ts';
import { readWinLoss } from './queries/read-win-loss.ts';
import { readSettings } from './queries/settings.ts';

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

const reportFormat = z.enum(['pdf', 'xlsx']);
const isId = (value: string) => z.uuid().safeParse(value).success;

async function sendReport(
  reply: FastifyReply,
  report: Report,
  name: string,
  { format, language }: { format: 'pdf' | 'xlsx'; language: Language },
) {
  const bytes =
    format === 'pdf'
      ? await writePdf(report, language)
      : await writeSheets(sheetsOf(report, language === 'zh' ? '摘要' : 'Summary'));
  return sendFile(reply, name, format, bytes);
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
    const analysisAsked = analysisFilterSchema.extend({
      format: reportFormat,
      language: languageSchema.default('zh'),
    });
    app.get(
      '/api/deals/analysis/export',
      { config: read, schema: { tags, querystring: analysisAsked } },
      async (request, reply) => {
        const { format, language, ...filter } = request.query;
        const principal = principalOf(request);
        const analysis = await readWinLoss(kit, principal, filter);
        const book = stageBook(await readSettings(kit, principal));
        const asked = Object.values(filter).filter((value) => value !== undefined && !isId(value));
        const report = winLossReport(analysis, book, {
          language,
          asked: [kit.now().toISOString().slice(0, 10), ...asked].join(' · '),
        });
        return sendReport(reply, report, language === 'zh' ? '赢丢分析' : 'win-loss', { format, language });
      },
    );
    app.get(
      '/api/deals/:dealId/coach/export',
      {
        config: read,
        schema: {
          ...{ tags, params: z.object({ dealId: z.uuid() }) },
          querystring: z.object({ format: reportFormat, language: languageSchema.default('zh') }),
        },
      },
      async (request, reply) => {
        const principal = principalOf(request);
        const { dealId } = request.params;
        const deal = await readDeal(kit, principal, dealId);
        const coach = await readCoach(kit, principal, dealId);
        const book = stageBook(await readSettings(kit, principal));
        const report = coachReport(deal, coach, book, request.query.language);
        return sendReport(reply, report, deal.title.slice(0, 60), request.query);
      },
    );
    done();
  };
}
