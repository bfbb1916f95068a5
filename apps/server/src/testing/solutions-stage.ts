import { agentsMigrations } from '@tokenholic/agents';
import {
  type BattleMap,
  confidenceOf,
  type FeedbackPoint,
  type Finding,
  type Solution,
} from '@tokenholic/contracts';
import { createHttpServer } from '@tokenholic/kit';
import { createTestKit } from '@tokenholic/kit/testing';
import {
  addDocument,
  createCollection,
  knowledgeMigrations,
  knowledgeService,
  loadBase,
  type SemanticParts,
  vectorMigrations,
} from '@tokenholic/knowledge';
import { reference } from '@tokenholic/reference';
import { solutionsMigrations, solutionsService } from '@tokenholic/solutions';
import { createLlm, type Llm } from '@workflow/llm-sdk';
import { assembleMap } from '../../../../services/map/battlemap/domain/assemble.ts';
import { drawMap } from '../../../../services/map/battlemap/domain/draw-map.ts';
import { solutionSources } from '../services.ts';

export const vendor = '01970000-0000-7000-8000-00000000000a';
export const clientId = '01970000-0000-7000-8000-0000000000c1';
const engine = { via: 'rules' as const, model: null, reason: null };

const finding = (useCaseId: string, providerId: string, modelId: string | null): Finding => ({
  ...{
    id: '01970000-0000-7000-8000-000000000001',
    key: `${useCaseId}|${providerId}||current`,
    kind: 'workload',
  },
  ...{
    useCaseId,
    providerId,
    modelId,
    modelName: null,
    value: null,
    standing: 'current',
    figures: [],
    quotes: [],
  },
  ...{ confidence: confidenceOf(0.7), engine, conflictsWith: [] },
});

export const map: BattleMap = assembleMap(
  drawMap(
    {
      ...{ clientId, industryId: 'banking', employees: 800, engine },
      findings: [
        finding('cs_chatbot', 'volcengine', 'doubao-seed-2.0-pro'),
        finding('cs_chatbot', 'openai', null),
        finding('code_assistant', 'anthropic', null),
      ],
    },
    reference,
  ),
  {
    ...{ clientId, clientName: '北方银行', version: 1, revision: 0, runId: null },
    generatedAt: '2026-11-21T00:00:00Z',
  },
);

export type SolutionsStage = Awaited<ReturnType<typeof openSolutionsStage>>;

/** A solution whose first version is made. */
export type Made = Solution & { version: NonNullable<Solution['version']> };

/** Solutions on the real knowledge base and a drawn map, without a model unless one is given. */
export async function openSolutionsStage(
  llm: Llm = createLlm({ connections: () => [] }),
  semantics?: SemanticParts,
) {
  /** The organisations that the person looking on may see. */
  const world = { organizationIds: [vendor, clientId] };
  const kit = await createTestKit([
    agentsMigrations,
    knowledgeMigrations,
    ...(semantics === undefined ? [] : [vectorMigrations]),
    solutionsMigrations,
  ]);
  const doors = solutionSources(kit, semantics);
  /** What the agents are let to do: a test may count it, or break it. */
  const sources = { ...doors, map: async () => map };
  const app = await createHttpServer({
    kit,
    version: 'test',
    authenticate: async () => ({
      user: {
        id: '01970000-0000-7000-8000-0000000000b1',
        name: { zh: '林岚', en: 'Lin Lan' },
        roles: ['presales_engineer'],
        permissions: ['knowledge.read', 'knowledge.write'],
      },
      homeOrganizationId: vendor,
      organizationIds: world.organizationIds,
    }),
  });
  const service = solutionsService(sources, llm)(kit);
  await app.register(service.routes);
  await app.ready();
  await loadBase(kit);
  const { jobs } = knowledgeService(() => Promise.reject(new Error('no web')), {
    ...(semantics === undefined ? {} : { semantics }),
  })(kit);
  const collectionId = await createCollection(kit, vendor, { name: 'desk' });

  const call = async <T = Made>(method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) => {
    const response = await app.inject({ method, url, ...(payload === undefined ? {} : { payload }) });
    return { status: response.statusCode, body: response.json<T>() };
  };
  /** Runs the jobs that commits asked for, as the queue does. */
  const work = async (signal = AbortSignal.timeout(60_000)) => {
    const { rows } = await kit.database.withSystem(({ client }) =>
      client.query<{ queue: string; organization_id: string; data: Record<string, unknown> }>(
        "delete from kit.job_requests where queue like 'solutions%' returning queue, organization_id, data",
      ),
    );
    for (const { queue, organization_id: organizationId, data } of rows)
      await service.jobs[queue]?.(data, { organizationId, signal, retries: 0 });
    return rows;
  };
  /** Asks for a version and has the agents make it. */
  const made = async (url: string, payload: object): Promise<Made> => {
    const asked = await call<Solution>('POST', url, payload);
    await work();
    return (await call('GET', `/api/solutions/${asked.body.id}`)).body;
  };
  const ask = async (question: string) =>
    (await made('/api/solutions', { subject: { kind: 'question', question } })).version.content;
  const forUseCase = (useCaseId = 'cs_chatbot') => {
    const column = map.useCases.find((one) => one.useCaseId === useCaseId);
    return made(`/api/clients/${clientId}/solutions`, {
      subject: { kind: 'use_case', useCaseKey: column?.key },
    });
  };
  /** Answers feedback with the next version. */
  const refine = async (id: string, feedback: string, options: { from?: number; locked?: string[] } = {}) => {
    const { points } = (
      await call<{ points: FeedbackPoint[] }>('POST', `/api/solutions/${id}/points`, { feedback })
    ).body;
    const { from = (await call('GET', `/api/solutions/${id}`)).body.current, locked = [] } = options;
    return made(`/api/solutions/${id}/versions`, { feedback, from, points, locked });
  };
  /** Puts a text into the vendor's own collection, read and indexed. */
  const learn = async (text: string) => {
    const documentId = await addDocument(kit, vendor, collectionId, {
      kind: 'file',
      fileName: 'note.md',
      mediaType: 'text/markdown',
      bytes: new TextEncoder().encode(text),
    });
    const context = { organizationId: vendor, signal: AbortSignal.timeout(20_000), retries: 0 };
    await jobs['knowledge-index']?.({ documentId }, context);
  };
  /** Has every passage embedded that is not yet: what jobs do by and by. */
  const embed = async (organizationId: string, embedded: string) => {
    const context = { organizationId, signal: AbortSignal.timeout(600_000), retries: 0 };
    await jobs['knowledge-embed']?.({ collectionId: embedded }, context);
  };
  const close = async () => {
    await app.close();
    await kit.close();
  };
  return {
    world,
    kit,
    app,
    sources,
    doors,
    service,
    call,
    work,
    made,
    ask,
    forUseCase,
    refine,
    learn,
    embed,
    collectionId,
    close,
  };
}
