import { agentsMigrations } from '@tokenholic/agents';
import { battlemapMigrations, battlemapService, type MapExporter } from '@tokenholic/battlemap';
import { copilotMigrations, copilotService } from '@tokenholic/copilot';
import { identityMigrations, identityService, type Principals } from '@tokenholic/identity';
import { type Kit, kitMigrations, type MigrationSet, type Service } from '@tokenholic/kit';
import { knowledgeMigrations, knowledgeService, type PageReader } from '@tokenholic/knowledge';
import { type Agents, researchMigrations, researchService } from '@tokenholic/research';
import { roleplayMigrations, roleplayService } from '@tokenholic/roleplay';
import { type Connections, settingsMigrations, settingsService } from '@tokenholic/settings';
import type { Llm } from '@workflow/llm-sdk';
import type { Configuration } from './configuration.ts';

export const VERSION = '0.1.0';

/** Schemas in the order in which they are made. */
export const migrations: readonly MigrationSet[] = [
  kitMigrations,
  agentsMigrations,
  identityMigrations,
  settingsMigrations,
  researchMigrations,
  battlemapMigrations,
  copilotMigrations,
  roleplayMigrations,
  knowledgeMigrations,
];

/** What the services need from outside the kit. */
export interface Parts {
  agents: Agents;
  exporter: MapExporter;
  connections: Connections;
  llm: Llm;
  /** Reads pages of the web for the knowledge base. */
  readPage: PageReader;
}

export interface ServiceOptions {
  kit: Kit;
  configuration: Configuration;
  principals: Principals;
  parts: Parts;
}

/** Every service this process hosts. */
export function createServices({ kit, configuration, principals, parts }: ServiceOptions): Service[] {
  return [
    identityService({ demo: configuration.demo, version: VERSION }, principals)(kit),
    settingsService(parts.connections, configuration.allowedPrivateHosts)(kit),
    researchService(parts.agents)(kit),
    battlemapService(parts.exporter)(kit),
    copilotService(parts.llm)(kit),
    roleplayService(kit),
    knowledgeService(parts.readPage)(kit),
  ];
}
