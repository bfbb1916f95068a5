import {
  battleMapSchema,
  languageSchema,
  mapComparisonSchema,
  mapEditSchema,
  mapVersionSchema,
  recordedEditSchema,
} from '@tokenholic/contracts';
import {
  formatEntityTag,
  type Kit,
  principalOf,
  requireEntityTag,
  type ServiceRoutes,
  sendJson,
} from '@tokenholic/kit';
import { z } from 'zod';
import { editMap } from './commands/edit-map.ts';
import { compareMaps } from './domain/compare-maps.ts';
import { EXPORT_FORMATS, type ExportFormat, type MapExporter } from './ports.ts';
import { loadEdits } from './queries/load-map.ts';
import { createMapReader, getMap, listVersions } from './queries/read-map.ts';

const client = z.object({ clientId: z.uuid() });
const read = { permission: 'client.read' } as const;

export function battlemapRoutes(kit: Kit, exporter: MapExporter): ServiceRoutes {
  const readMap = createMapReader(kit);
  return (app, _options, done) => {
    app.get(
      '/api/clients/:clientId/map',
      {
        config: read,
        schema: { tags: ['map'], params: client, response: { 200: battleMapSchema, 304: z.null() } },
      },
      async (request, reply) => {
        const served = await readMap(request.params.clientId, request.headers['if-none-match']);
        if (served === 'unchanged') return reply.status(304).send(null);
        reply.headers({ etag: served.tag, 'cache-control': 'private, no-cache' });
        sendJson(reply, served.json);
        return reply;
      },
    );
    app.get(
      '/api/clients/:clientId/map/versions',
      {
        config: read,
        schema: {
          tags: ['map'],
          params: client,
          response: { 200: z.object({ items: z.array(mapVersionSchema) }) },
        },
      },
      async (request) => ({ items: await listVersions(kit, request.params.clientId) }),
    );
    app.get(
      '/api/clients/:clientId/map/versions/:version',
      {
        config: read,
        schema: {
          tags: ['map'],
          params: client.extend({ version: z.coerce.number().int().positive() }),
          response: { 200: battleMapSchema },
        },
      },
      async (request) => getMap(kit, request.params.clientId, request.params.version),
    );
    app.get(
      '/api/clients/:clientId/map/compare',
      {
        config: read,
        schema: {
          tags: ['map'],
          params: client,
          querystring: z.object({
            from: z.coerce.number().int().positive(),
            to: z.coerce.number().int().positive(),
          }),
          response: { 200: mapComparisonSchema },
        },
      },
      async (request) => {
        const { clientId } = request.params;
        const { from, to } = request.query;
        return compareMaps(await getMap(kit, clientId, from), await getMap(kit, clientId, to));
      },
    );
    app.get(
      '/api/clients/:clientId/map/edits',
      {
        config: read,
        schema: {
          tags: ['map'],
          params: client,
          response: { 200: z.object({ items: z.array(recordedEditSchema) }) },
        },
      },
      async (request) => {
        const { clientId } = request.params;
        return {
          items: await kit.database.withTenant([clientId], (tx) => loadEdits(tx, clientId, 0, 2_147_483_647)),
        };
      },
    );
    app.post(
      '/api/clients/:clientId/map/edits',
      {
        config: { permission: 'map.edit' },
        schema: { tags: ['map'], params: client, body: mapEditSchema, response: { 200: battleMapSchema } },
      },
      async (request, reply) => {
        const seen = requireEntityTag(request.headers['if-match']);
        const map = await editMap(kit, principalOf(request), request.params.clientId, seen, request.body);
        return reply.header('etag', formatEntityTag(map.version, map.revision)).send(map);
      },
    );
    addExport(app);
    done();
  };

  function addExport(app: Parameters<ServiceRoutes>[0]): void {
    app.get(
      '/api/clients/:clientId/map/export/:format',
      {
        config: read,
        schema: {
          tags: ['map'],
          params: client.extend({ format: z.enum(EXPORT_FORMATS) }),
          querystring: z.object({
            language: languageSchema.default('zh'),
            theme: z.enum(['light', 'dark']).default('light'),
            version: z.coerce.number().int().positive().optional(),
            paper: z.enum(['a4', 'wide']).default('a4'),
            /** The form of the map that is on the picture: the one that was looked at. */
            view: z.enum(['skyline', 'treemap']).default('skyline'),
            /** False: without the stickers, for a file that goes to the client. */
            stickers: z.stringbool().default(true),
          }),
        },
      },
      async (request, reply) => {
        const { clientId, format } = request.params;
        const { version, stickers, ...options } = request.query;
        const map = await getMap(kit, clientId, version);
        const bytes = await exporter(stickers ? map : { ...map, stickers: [] }, format, options);
        const name = encodeURIComponent(`${map.clientName}-token-map-v${map.version}.${format}`);
        return reply
          .headers({
            'content-type': MEDIA_TYPES[format],
            'content-disposition': `attachment; filename="token-map-v${map.version}.${format}"; filename*=UTF-8''${name}`,
          })
          .send(Buffer.from(bytes));
      },
    );
  }
}

const MEDIA_TYPES = {
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  pdf: 'application/pdf',
  svg: 'image/svg+xml; charset=utf-8',
  html: 'text/html; charset=utf-8',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<ExportFormat, string>;
