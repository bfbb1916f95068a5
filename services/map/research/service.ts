import { defineService, type Kit, type MigrationSet, type Service } from '@tokenholic/kit';
import type { Llm } from '@workflow/llm-sdk';
import { createAnalysisAgent, noMeaning, type PageMeaning } from './adapters/analysis-agent.ts';
import { createResearchAgent, type ResearchSettings } from './adapters/research-agent.ts';
import { RUN_QUEUE } from './commands/start-run.ts';
import { type Agents, runResearch } from './jobs/run-research.ts';
import { createScheduleClock } from './jobs/schedule-clock.ts';
import { onClientCreated, onClientRenamed } from './reactions/on-client.ts';
import { onMapDrawn } from './reactions/on-map-drawn.ts';
import { researchRoutes } from './routes.ts';
import { profileRoutes } from './routes-profile.ts';
import { sealedProfileEdits, sealedReviews, sealedSchedules } from './sealed.ts';

export { createPageReader, createSitemapReader } from './adapters/page-reader.ts';
export { addMaterial } from './commands/materials.ts';
export { startDueResearch } from './commands/schedule-research.ts';
export { USE_EMBEDDER } from './domain/analysis/index.ts';
export type { AnalysisAgent, FoundPage, ResearchAgent, StoredPage } from './jobs/agents.ts';
export type { Agents, PageMeaning, ResearchSettings };

/** The agents of the product: the open web and files, read by a model or by rules. */
export function createAgents(settings: ResearchSettings, llm: Llm, meaning: PageMeaning = noMeaning): Agents {
  return { research: createResearchAgent(settings), analyse: createAnalysisAgent(llm, meaning) };
}

export const researchMigrations: MigrationSet = {
  schema: 'research',
  folder: new URL('./migrations/', import.meta.url),
};

/** Finds out what a client's AI consumes: sources, stored pages, findings with quotes. */
export function researchService(agents: Agents) {
  return defineService((kit: Kit): Service => {
    const clock = createScheduleClock(kit);
    return {
      name: 'research',
      migrations: researchMigrations,
      sealed: [sealedReviews, sealedProfileEdits, sealedSchedules],
      publishes: [
        'findings.reviewed',
        'research.started',
        'research.progressed',
        'research.completed',
        'research.ended',
      ],
      consumes: {
        'client.created': onClientCreated(kit),
        'client.renamed': onClientRenamed(),
        'map.drawn': onMapDrawn(kit),
      },
      routes: (app, options, done) => {
        researchRoutes(kit)(app, options, () => profileRoutes(kit)(app, options, done));
      },
      jobs: { [RUN_QUEUE]: runResearch(kit, agents) },
      tasks: ['research.extract_findings', 'research.describe_company'],
      start: clock.start,
      stop: clock.stop,
    };
  });
}
