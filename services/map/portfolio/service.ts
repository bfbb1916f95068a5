import { portfolioEntrySchema } from '@tokenholic/contracts';
import { defineService, type Kit, type MigrationSet, principalOf, type Service } from '@tokenholic/kit';
import { z } from 'zod';
import type { PortfolioPorts } from './ports.ts';
import { listPortfolio } from './queries/list-portfolio.ts';
import { onClient } from './reactions/on-client.ts';
import { onMap } from './reactions/on-map.ts';

export const portfolioMigrations: MigrationSet = {
  schema: 'portfolio',
  folder: new URL('./migrations/', import.meta.url),
};

/** All clients' maps side by side, kept from their events, with what a week changed. */
export const portfolioService = (ports: PortfolioPorts) =>
  defineService(
    (kit: Kit): Service => ({
      name: 'portfolio',
      migrations: portfolioMigrations,
      publishes: [],
      consumes: { ...onClient, ...onMap },
      routes: (app, _options, done) => {
        const items = z.object({ items: z.array(portfolioEntrySchema) });
        app.get(
          '/api/portfolio',
          { config: { permission: 'client.read' }, schema: { tags: ['map'], response: { 200: items } } },
          async (request) => ({ items: await listPortfolio(kit, ports, principalOf(request)) }),
        );
        done();
      },
      jobs: {},
      tasks: [],
    }),
  );
