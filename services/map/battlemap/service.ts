import { defineService, type Kit, type MigrationSet, type Service } from '@tokenholic/kit';
import type { MapExporter } from './ports.ts';
import { onClientRenamed } from './reactions/on-client-renamed.ts';
import { onFindingsReviewed } from './reactions/on-findings-reviewed.ts';
import { onResearchCompleted } from './reactions/on-research-completed.ts';
import { battlemapRoutes } from './routes.ts';
import { referenceRoutes } from './routes-reference.ts';
import { shareRoutes } from './routes-share.ts';
import { sealedEdits, sealedShareLinks } from './sealed.ts';

export { ourPrice } from './domain/our-price.ts';
export type { ExportFormat, ExportOptions, MapExporter } from './ports.ts';
export { getMap } from './queries/read-map.ts';

export const battlemapMigrations: MigrationSet = {
  schema: 'battlemap',
  folder: new URL('./migrations/', import.meta.url),
};

/** Draws, keeps and edits the Token Battle Map of each client. */
export function battlemapService(exporter: MapExporter) {
  return defineService(
    (kit: Kit): Service => ({
      name: 'battlemap',
      migrations: battlemapMigrations,
      sealed: [sealedEdits, sealedShareLinks],
      publishes: ['map.drawn', 'map.edited', 'map.shared', 'map.share_opened'],
      consumes: {
        'research.completed': onResearchCompleted(kit),
        'findings.reviewed': onFindingsReviewed(kit),
        'client.renamed': onClientRenamed(kit),
      },
      routes: (app, options, done) => {
        referenceRoutes(app, options, () =>
          shareRoutes(kit)(app, options, () => battlemapRoutes(kit, exporter)(app, options, done)),
        );
      },
      jobs: {},
      tasks: [],
    }),
  );
}
