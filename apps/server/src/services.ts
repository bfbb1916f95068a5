import { agentsMigrations } from '@tokenholic/agents';
import {
  approvalsMigrations,
  approvalsService,
  askForDeal,
  askForDealAtOnce,
  checkDeal,
  withdrawForDeals,
} from '@tokenholic/approvals';
import {
  battlemapMigrations,
  battlemapService,
  getMap,
  type MapExporter,
  ourPrice,
} from '@tokenholic/battlemap';
import { budgetsMigrations, budgetsService } from '@tokenholic/budgets';
import { type Appearance, copilotMigrations, copilotService, type NoticePorts } from '@tokenholic/copilot';
import { contactsAt, createImapSource, dealsMigrations, dealsService } from '@tokenholic/deals';
import {
  type Accounts,
  findSellerOf,
  findVendor,
  identityMigrations,
  identityService,
  listAgents,
  listClients,
  listColleagues,
  listNames,
  listOrganizationIds,
  listReaders,
  listSellers,
  nameClients,
  type Principals,
  pairClientsWithSellers,
  rotateOwnKey,
  type SampleArrival,
} from '@tokenholic/identity';
import {
  isAppError,
  type Kit,
  kitMigrations,
  type MigrationSet,
  type Principal,
  type Service,
  sealedEvents,
  sealedRequestAnswers,
} from '@tokenholic/kit';
import {
  createSemantics,
  documentStore,
  type KnowledgeParts,
  knowledgeMigrations,
  knowledgeService,
  type PageReader,
  readableBy,
  type SemanticParts,
  searchKnowledge,
  vectorMigrations,
} from '@tokenholic/knowledge';
import { type Meaning, objectionsMigrations, objectionsService } from '@tokenholic/objections';
import { performanceMigrations, performanceService } from '@tokenholic/performance';
import { personasMigrations, personasService } from '@tokenholic/personas';
import { portfolioMigrations, portfolioService } from '@tokenholic/portfolio';
import { privacyMigrations, privacyService, type StoreBeside } from '@tokenholic/privacy';
import { sampleClients } from '@tokenholic/reference';
import { requirementsMigrations, requirementsService } from '@tokenholic/requirements';
import { type Agents, researchMigrations, researchService } from '@tokenholic/research';
import { roleplayMigrations, roleplayService } from '@tokenholic/roleplay';
import { type Connections, settingsMigrations, settingsService } from '@tokenholic/settings';
import { type Sources, solutionsMigrations, solutionsService } from '@tokenholic/solutions';
import type { Llm } from '@workflow/llm-sdk';
import { approvalGates } from './approval-gates.ts';
import { approvalPorts } from './approval-ports.ts';
import type { Configuration } from './configuration.ts';
import { standFor } from './consent-ports.ts';

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
  requirementsMigrations,
  copilotMigrations,
  approvalsMigrations,
  performanceMigrations,
  roleplayMigrations,
  dealsMigrations,
  personasMigrations,
  objectionsMigrations,
  knowledgeMigrations,
  vectorMigrations,
  solutionsMigrations,
  privacyMigrations,
];

/** What the services need from outside the kit. */
export interface Parts {
  agents: Agents;
  exporter: MapExporter;
  connections: Connections;
  llm: Llm;
  /** Reads pages of the web for the knowledge base. */
  readPage: PageReader;
  /** What finds by meaning; absent: words alone. */
  semantics?: SemanticParts & { meaning: Meaning };
  /** What else knowledge can do beyond words and pages. */
  knowledge?: Pick<KnowledgeParts, 'readSitemap' | 'graph'>;
}

export interface ServiceOptions {
  kit: Kit;
  configuration: Configuration;
  principals: Principals;
  /** Null in demo mode. */
  accounts: Accounts | null;
  /** Shared with who makes the samples. */
  samples: SampleArrival;
  /** Who wishes not to be seen, shared with the sockets. */
  appearance: Appearance;
  parts: Parts;
}

/** Every service this process hosts. */
export function createServices(options: ServiceOptions): Service[] {
  const { kit, configuration, principals, accounts, samples, appearance, parts } = options;
  const sources = solutionSources(kit, parts.semantics);
  const byWords = (vendorId: string, question: string, limit: number) =>
    sources.ask(vendorId, question, limit, 'words');
  const approvals = approvalPorts(kit, accounts === null);
  const { passIncomplete, passRaise, passExport } = approvalGates(kit, approvals);
  const services: Service[] = [
    identityService({ version: VERSION, accounts, samples, passIncomplete }, principals)(kit),
    settingsService(parts.connections, configuration.allowedPrivateHosts)(kit),
    budgetsService({
      passRaise,
      models: async () =>
        (await parts.connections.models()).map(({ kind, model, priceCnyPerMillion: price }) => ({
          ...{ kind, model, price },
        })),
      findClients: async (ids, search, limit) => (await listClients(kit, ids, { search, limit })).items,
      nameClients: (ids) => nameClients(kit, ids),
    })(kit),
    researchService(parts.agents)(kit),
    battlemapService(parts.exporter)(kit),
    portfolioService({ names: (home) => listNames(kit, home) })(kit),
    requirementsService(kit),
    copilotService(parts.llm, noticePorts(options), appearance)(kit),
    roleplayService({
      sources: { ask: byWords, map: sources.map, team: (principal) => listAgents(kit, principal) },
      llm: parts.llm,
    })(kit),
    approvalsService(approvals)(kit),
    performanceService(
      {
        people: (vendorId) => listColleagues(kit, vendorId),
        organizations: () => listOrganizationIds(kit),
      },
      parts.llm,
    )(kit),
    dealsService(
      parts.llm,
      {
        check: (principal, deal) => checkDeal(kit, approvals, askerOf(principal), deal),
        ask: async (principal, deal) => void (await askForDeal(kit, approvals, askerOf(principal), deal)),
        askAtOnce: async (asker, deal) => {
          const name = await approvals.nameOf(asker.vendorId, asker.id);
          await askForDealAtOnce(kit, approvals, { ...asker, name }, deal);
        },
        withdraw: async (asker, dealIds, why) => {
          const name = await approvals.nameOf(asker.vendorId, asker.id);
          await withdrawForDeals(kit, { ...asker, name }, dealIds, why);
        },
      },
      standFor(kit, 'recording'),
      createImapSource(),
      {
        sellers: () => listSellers(kit, accounts === null),
      },
    )(kit),
    personasService(parts.llm, standFor(kit, 'profiling'))(kit),
    objectionsService({
      ask: byWords,
      llm: parts.llm,
      meaning: parts.semantics?.meaning ?? (async () => null),
    })(kit),
    knowledgeService(parts.readPage, {
      ...parts.knowledge,
      ...(parts.semantics === undefined ? {} : { semantics: parts.semantics }),
      llm: parts.llm,
    })(kit),
    solutionsService(sources, parts.llm)(kit),
    privacyService({
      passExport,
      findVendor: () => findVendor(kit, accounts === null),
      sellerOf: (organizationId) => findSellerOf(kit, accounts === null, organizationId),
      forget: () => {
        principals.forget();
        accounts?.forgetSessions();
      },
      sealedTables: () => [
        sealedEvents,
        sealedRequestAnswers,
        ...services.flatMap(({ sealed }) => sealed ?? []),
      ],
      clientsWithSellers: (about) => pairClientsWithSellers(kit, about),
      listOrganizations: () => listOrganizationIds(kit),
      rotateOwnKey: () => rotateOwnKey(kit),
      storesBeside: storesBeside(parts),
      documents: documentStore(kit),
      contactsAt,
    })(kit),
  ];
  return services;
}

const askerOf = ({ user: { id, name }, homeOrganizationId: vendorId }: Principal) => ({ id, name, vendorId });

/** Who notices are told to, and by which mail. */
function noticePorts({ kit, configuration, accounts, samples }: ServiceOptions): NoticePorts {
  return {
    samplesArriving: () => (samples.arriving ? sampleClients().map(({ id }) => id) : []),
    readersOf: (organizationId) => listReaders(kit, accounts, organizationId),
    postMail: accounts === null ? null : ({ id, ...mail }) => accounts.outbox.post(mail, id),
    address: configuration.address,
    allowedPrivateHosts: configuration.allowedPrivateHosts,
  };
}

/** Where data of organisations lies that no table knows of. */
function storesBeside({ knowledge, semantics }: Parts): StoreBeside[] {
  return [knowledge?.graph, semantics?.vectors]
    .filter((store) => store !== undefined)
    .map((store) => ({ name: store.kind, erase: (organizationId) => store.erase(organizationId) }));
}

/** What solutions are made from: the doors of the knowledge base and of the map. */
export function solutionSources(kit: Kit, parts?: SemanticParts): Sources {
  const semantics = parts === undefined ? null : createSemantics(kit, parts);
  return {
    ask: (vendorId, question, limit, by) =>
      searchKnowledge(kit, readableBy(vendorId), { question, collectionIds: [], limit, by }, semantics),
    map: (clientId) =>
      getMap(kit, clientId).catch((error) => {
        if (isAppError(error) && error.kind === 'not_found') return null;
        throw error;
      }),
    price: ourPrice,
  };
}
