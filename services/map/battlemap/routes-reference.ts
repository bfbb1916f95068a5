import { battlecardSchema, localizedTextSchema, providerSchema } from '@tokenholic/contracts';
import type { ServiceRoutes } from '@tokenholic/kit';
import { modelsServedBy, reference } from '@tokenholic/reference';
import { z } from 'zod';
import { battlecardsOf } from './domain/battlecards.ts';

const config = { permission: 'client.read' } as const;
const items = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });

const useCaseSchema = z
  .object({ id: z.string(), group: z.string(), name: localizedTextSchema })
  .meta({ id: 'UseCase' });
const modelSchema = z
  .object({ id: z.string(), name: z.string(), makerId: z.string(), servedBy: z.array(z.string()) })
  .meta({ id: 'Model' });

/** What a person can choose from when adding to a map by hand. */
export const referenceRoutes: ServiceRoutes = (app, _options, done) => {
  app.get(
    '/api/reference/battlecards',
    { config, schema: { tags: ['reference'], response: { 200: items(battlecardSchema) } } },
    async () => ({ items: battlecardsOf(reference.comparisons, reference.providers, new Date()) }),
  );
  app.get(
    '/api/reference/providers',
    { config, schema: { tags: ['reference'], response: { 200: items(providerSchema) } } },
    async () => ({
      items: reference.providers.map(({ id, name, group, type }) => ({ id, name, group, type })),
    }),
  );
  app.get(
    '/api/reference/use-cases',
    { config, schema: { tags: ['reference'], response: { 200: items(useCaseSchema) } } },
    async () => ({
      items: reference.useCases.map(({ id, group, name }) => ({ id, group, name })),
    }),
  );
  app.get(
    '/api/reference/models',
    {
      config,
      schema: {
        tags: ['reference'],
        querystring: z.object({ providerId: z.string().optional() }),
        response: { 200: items(modelSchema) },
      },
    },
    async (request) => {
      const { providerId } = request.query;
      const models = providerId === undefined ? reference.models : modelsServedBy(providerId);
      return { items: models.map(({ id, name, makerId, servedBy }) => ({ id, name, makerId, servedBy })) };
    },
  );
  done();
};
