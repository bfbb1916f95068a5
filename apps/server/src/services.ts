import { agentsMigrations } from '@tokenholic/agents';
import { battlemapMigrations, battlemapService, type MapExporter } from '@tokenholic/battlemap';
import { budgetsMigrations, budgetsService } from '@tokenholic/budgets';
import { copilotMigrations, copilotService } from '@tokenholic/copilot';
import {
  type Accounts,
  findVendor,
  identityMigrations,
  identityService,
  type Principals,
} from '@tokenholic/identity';
import { type Kit, kitMigrations, type MigrationSet, type Service } from '@tokenholic/kit';
import { portfolioMigrations, portfolioService } from '@tokenholic/portfolio';
import { privacyMigrations, privacyService } from '@tokenholic/privacy';
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
  budgetsMigrations,
  researchMigrations,
  battlemapMigrations,
  portfolioMigrations,
  copilotMigrations,
  roleplayMigrations,
  privacyMigrations,
];

/** What the services need from outside the kit. */
export interface Parts {
  agents: Agents;
  exporter: MapExporter;
  connections: Connections;
  llm: Llm;
}

export interface ServiceOptions {
  kit: Kit;
  configuration: Configuration;
  principals: Principals;
  /** Null in demo mode. */
  accounts: Accounts | null;
  parts: Parts;
}

/** Every service this process hosts. */
export function createServices(options: ServiceOptions): Service[] {
  const { kit, configuration, principals, accounts, parts } = options;
  return [
    identityService({ version: VERSION, accounts }, principals)(kit),
    settingsService(parts.connections, configuration.allowedPrivateHosts)(kit),
    budgetsService(kit),
    researchService(parts.agents)(kit),
    battlemapService(parts.exporter)(kit),
    portfolioService(kit),
    copilotService(parts.llm)(kit),
    roleplayService(kit),
    privacyService({
      findVendor: () => findVendor(kit, accounts === null),
      forget: () => {
        principals.forget();
        accounts?.forgetSessions();
      },
    })(kit),
  ];
}
