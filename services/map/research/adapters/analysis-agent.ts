import type { Engine } from '@tokenholic/contracts';
import { reference } from '@tokenholic/reference';
import type { Llm } from '@workflow/llm-sdk';
import {
  buildGazetteer,
  conclude,
  type Gazetteer,
  type PageReading,
  type ReadablePage,
  readPage,
  sharesOf,
  standingSharesOf,
  surveyPage,
} from '../domain/analysis/index.ts';
import { readProfile } from '../domain/profile/read-profile.ts';
import type { Analysis, AnalysisAgent, StoredPage } from '../jobs/agents.ts';
import { describeCompanyTask, toStatements } from '../tasks/describe-company.ts';
import { extractFindingsTask, type KnownIds, toClaims } from '../tasks/extract-findings.ts';

/** Vectors of texts by the embedder that uses were learnt on; null where it is off. */
export type MeaningVectors = (texts: readonly string[]) => Promise<readonly Float32Array[] | null>;

/**
 * The analysis agent: a model when one is configured, else the rules; figures, headcount and industry always by rules.
 * It pauses between pages, so that a long run does not hold up the people in front of the screen. What no word tells, the rules
 * read from the meaning of a page's sentences.
 */
export function createAnalysisAgent(llm: Llm, vectorsOf: MeaningVectors): AnalysisAgent {
  let tools: { gazetteer: Gazetteer; task: ReturnType<typeof extractFindingsTask> } | null = null;
  return async (client, pages, { organizationId, signal, onPage }) => {
    tools ??= prepare();
    const { gazetteer, task } = tools;
    const hasModel = await llm.hasModel();
    const readings: PageReading[] = [];
    let engine: Engine = { via: 'rules', model: null, reason: 'no_model_configured' };
    for (const [index, stored] of pages.entries()) {
      signal.throwIfAborted();
      const page = toReadable(stored);
      const reading = await readInContext(page, gazetteer, client.name, vectorsOf);
      if (hasModel) {
        const { output, engine: answered } = await llm.run(task, page, { organizationId, signal });
        if (answered.via === 'model') reading.claims = toClaims(output, page, modelIdOf);
        if (answered.via === 'model' || engine.via === 'rules') engine = answered;
      }
      readings.push(reading);
      await onPage(index + 1, pages.length);
      await new Promise((resolve) => setImmediate(resolve));
    }
    const profile = await describe(llm, tools.gazetteer, client.name, pages.map(toReadable), hasModel, {
      organizationId,
      signal,
    });
    return { ...conclude(readings, engine), engine, profile };
  };
}

/** Reads a page knowing whose it is and, where vectors are to be had, what its sentences mean. */
async function readInContext(
  page: ReadablePage,
  gazetteer: Gazetteer,
  clientName: string,
  vectorsOf: MeaningVectors,
): Promise<PageReading> {
  const survey = surveyPage(page.text, gazetteer);
  const vectors = survey.texts.length === 0 ? null : await vectorsOf(survey.texts);
  const known = new Map(
    survey.texts.flatMap((text, at) => {
      const vector = vectors?.[at];
      return vector === undefined ? [] : [[text, vector] as const];
    }),
  );
  const weigh = (shares: typeof sharesOf) => (text: string) => {
    const vector = known.get(text);
    return vector === undefined ? null : shares(text, vector);
  };
  return readPage(page, gazetteer, {
    ...{ client: [clientName], survey },
    ...{ meaningOf: weigh(sharesOf), standingOf: weigh(standingSharesOf) },
  });
}

/** What the pages say of the company itself: by a model when there is one, else by the rules. */
async function describe(
  llm: Llm,
  gazetteer: Gazetteer,
  clientName: string,
  pages: readonly ReadablePage[],
  hasModel: boolean,
  context: { organizationId: string; signal: AbortSignal },
): Promise<Analysis['profile']> {
  const rules = () => readProfile(pages, clientName, gazetteer);
  if (!hasModel)
    return { statements: rules(), engine: { via: 'rules', model: null, reason: 'no_model_configured' } };
  const byId = new Map(pages.map((page) => [page.id, page]));
  const readable = (id: string) => byId.get(id);
  const task = describeCompanyTask(gazetteer, readable);
  const { output, engine } = await llm.run(task, { clientName, pages: [...pages] }, context);
  return { statements: engine.via === 'model' ? toStatements(output, readable) : rules(), engine };
}

function toReadable({ id, title, text, url, sourceKind, publishedAt, fetchedAt }: StoredPage): ReadablePage {
  return { id, title, text, url, sourceKind, date: publishedAt ?? fetchedAt.slice(0, 10) };
}

function prepare() {
  const gazetteer = buildGazetteer(reference);
  const known: KnownIds = {
    useCases: new Map(reference.useCases.map(({ id, name }) => [id, name.en])),
    providers: new Map(reference.providers.map(({ id, name }) => [id, name.en])),
    providerNames: new Map(
      reference.providers.map(({ id, name, aliases, contextAliases }) => [
        id,
        [name.zh, name.en, ...aliases, ...contextAliases],
      ]),
    ),
  };
  return { gazetteer, task: extractFindingsTask(gazetteer, known) };
}

function modelIdOf(name: string): string | null {
  const wanted = name.toLowerCase();
  const model = reference.models.find(
    (item) =>
      item.name.toLowerCase() === wanted || item.aliases.some((alias) => alias.toLowerCase() === wanted),
  );
  return model?.id ?? null;
}
