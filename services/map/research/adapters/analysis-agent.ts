import type { Engine } from '@tokenholic/contracts';
import { reference } from '@tokenholic/reference';
import type { Llm } from '@workflow/llm-sdk';
import {
  buildGazetteer,
  conclude,
  type Gazetteer,
  type PageReading,
  type PartToSee,
  partsToSee,
  type ReadablePage,
  readPage,
  readStretches,
  type SeenStretch,
  sentencesToWeigh,
  sharesOf,
  standingSharesOf,
  stretchesOf,
  surveyPage,
} from '../domain/analysis/index.ts';
import { readProfile } from '../domain/profile/read-profile.ts';
import type { Analysis, AnalysisAgent, StoredPage } from '../jobs/agents.ts';
import { describeCompanyTask, toStatements } from '../tasks/describe-company.ts';
import { extractFindingsTask, type KnownIds, toClaims } from '../tasks/extract-findings.ts';

/** What tells meaning, by the embedder that uses were learnt on: each answers null where it is off. */
export interface PageMeaning {
  /** Vectors of texts. */
  vectorsOf(texts: readonly string[]): Promise<readonly Float32Array[] | null>;
  /** Stretches of marked text, each token in the light of the others. */
  see(stretches: readonly (readonly PartToSee[])[]): Promise<readonly SeenStretch[] | null>;
}

/** Words alone. */
export const noMeaning: PageMeaning = { vectorsOf: async () => null, see: async () => null };

/**
 * The analysis agent: a model when one is configured, else the rules; figures, headcount and industry always by rules.
 * It pauses between pages, so that a long run does not hold up the people in front of the screen. What no word tells, the rules
 * read from the meaning of a page's sentences.
 */
export function createAnalysisAgent(llm: Llm, meaning: PageMeaning): AnalysisAgent {
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
      const reading = await readInContext(page, gazetteer, client.name, meaning);
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

/**
 * Reads a page knowing whose it is and, where vectors are to be had, what its sentences mean: first by the rules, then by the
 * learnt reader, which hears what they found.
 */
async function readInContext(
  page: ReadablePage,
  gazetteer: Gazetteer,
  clientName: string,
  meaning: PageMeaning,
): Promise<PageReading> {
  const survey = surveyPage(page.text, gazetteer);
  const known = new Map<string, Float32Array>();
  const learn = async (texts: readonly string[]) => {
    const missing = [...new Set(texts)].filter((text) => !known.has(text));
    const vectors = missing.length === 0 ? [] : await meaning.vectorsOf(missing);
    for (const [at, vector] of (vectors ?? []).entries()) known.set(missing[at] ?? '', vector);
    return vectors !== null;
  };
  const isWeighed = survey.texts.length > 0 && (await learn(survey.texts));
  const weigh = (shares: typeof sharesOf) => (text: string) => {
    const vector = known.get(text);
    return vector === undefined ? null : shares(text, vector);
  };
  const reading = readPage(page, gazetteer, {
    ...{ client: [clientName], survey },
    ...{ meaningOf: weigh(sharesOf), standingOf: weigh(standingSharesOf) },
  });
  if (!isWeighed) return reading;
  const stretches = stretchesOf(survey, gazetteer, [clientName], page.text);
  const sentences = stretches.map((stretch) => sentencesToWeigh(stretch, survey));
  if (!(await learn(sentences.flat()))) return reading;
  const seen = await meaning.see(
    stretches.map((stretch, at) =>
      partsToSee(
        stretch,
        (sentences[at] ?? []).map((text) => known.get(text) ?? null),
      ),
    ),
  );
  if (seen === null) return reading;
  const read = stretches.flatMap((stretch, at) => {
    const states = seen[at];
    return states === undefined ? [] : [{ stretch, seen: states }];
  });
  return { ...reading, claims: readStretches(page, survey, reading.claims, read, weigh(sharesOf)) };
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
