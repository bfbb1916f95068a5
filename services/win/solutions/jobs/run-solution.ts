import { DONE, forgetThread, type Graph, runGraph } from '@tokenholic/agents';
import { AppError, type JobHandler, type Kit } from '@tokenholic/kit';
import { reference } from '@tokenholic/reference';
import type { Llm } from '@workflow/llm-sdk';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { endRun, threadOf } from '../commands/end-run.ts';
import { readSubject } from '../commands/read-subject.ts';
import { planQueries } from '../domain/plan-queries.ts';
import { mergeWishes } from '../domain/refine/merge.ts';
import { FAILED, INTERRUPTED, isActive, said } from '../domain/run/run.ts';
import { sentencesOf } from '../domain/sentences-of.ts';
import { writeSolution } from '../domain/write-solution.ts';
import type { Sources } from '../ports.ts';
import { loadRun, loadSolution, loadVersion } from '../queries/solutions.ts';
import { lookups } from '../tables.ts';
import { answerQueries, noteQueries, readLookups } from './look-up.ts';
import { openJournal, type RunJournal, RunOver } from './run-journal.ts';
import { finishContent, type Story, saveMade } from './synthesise.ts';
import { writeWords } from './write-words.ts';

/** A run that brought the process down this often is not tried by itself again. */
const MAXIMUM_RESTARTS = 3;

interface Place {
  kit: Kit;
  sources: Sources;
  llm: Llm;
  organizationId: string;
  runId: string;
  story: Story;
  journal: RunJournal;
}

/** The three agents behind a version: query → retrieval → synthesis. Each can be taken up again after a crash. */
export function runSolution(kit: Kit, sources: Sources, llm: Llm): JobHandler {
  return async (data, { organizationId, signal, retries }) => {
    const { runId } = z.object({ runId: z.uuid() }).parse(data);
    const story = await readStory(kit, organizationId, runId);
    // Deleted meanwhile: nothing of it stays.
    if (story === null) return forgetThread(kit.database, organizationId, threadOf(runId));
    if (!isActive(story.run.status)) return;
    if (retries > MAXIMUM_RESTARTS) return endRun(kit, organizationId, runId, 'failed', INTERRUPTED);
    const journal = openJournal(kit, story.run);
    const place: Place = { kit, sources, llm, organizationId, runId, story, journal };
    try {
      await runGraph(agentsOf(place, await llm.hasModel()), {
        ...{ database: kit.database, organizationId, threadId: threadOf(runId), signal },
        input: { runId },
      });
    } catch (error) {
      if (error instanceof RunOver) return forgetThread(kit.database, organizationId, threadOf(runId));
      if (signal.aborted) throw error;
      kit.logger.error({ err: error, runId }, 'solution run failed');
      const failure = error instanceof AppError ? { code: error.code, message: error.userMessage } : FAILED;
      await endRun(kit, organizationId, runId, 'failed', failure);
    }
  };
}

const stateSchema = z.object({ runId: z.uuid() });

/** What is planned, found and written stands in tables; a checkpoint says which agent is through. */
function agentsOf(place: Place, hasModel: boolean): Graph<z.infer<typeof stateSchema>> {
  const step = (
    run: (place: Place, signal: AbortSignal) => Promise<void>,
    next: string | (() => string),
  ) => ({
    run: async (_state: object, { signal }: { signal: AbortSignal }) => {
      await run(place, signal);
      return {};
    },
    next,
  });
  return {
    state: stateSchema,
    first: 'query',
    steps: {
      query: step(query, 'retrieval'),
      retrieval: step(retrieval, 'synthesis'),
      synthesis: step(synthesis, () => (hasModel && !isSummaryLocked(place.story) ? 'wording' : 'end')),
      wording: step(wording, 'end'),
      end: step(end, DONE),
    },
  };
}

const isSummaryLocked = ({ run: { request } }: Story) =>
  request.kind === 'refine' && request.locked.includes('summary');

async function readStory(kit: Kit, organizationId: string, runId: string): Promise<Story | null> {
  return kit.database.withTenant([organizationId], async (tx) => {
    const run = await loadRun(tx, runId);
    if (run === undefined) return null;
    const solution = await loadSolution(tx, run.solutionId);
    const { request } = run;
    if (request.kind === 'propose') return { run, solution, parent: null, wishes: [] };
    const parent = await loadVersion(tx, solution.id, request.from);
    const asked = request.points.map(({ wish }) => wish);
    return { run, solution, parent, wishes: mergeWishes(parent.wishes, asked) };
  });
}

const planOf = async ({ sources, story }: Place) => {
  const subject = await readSubject(sources, story.solution.clientId, story.solution.subject);
  return { subject, plan: planQueries(subject, story.wishes, reference) };
};

/** The first agent: what has to be looked up. */
async function query(place: Place): Promise<void> {
  await place.journal.begin('query', { total: 1 });
  const { plan } = await planOf(place);
  await noteQueries(place, plan.queries);
  const count = plan.queries.length;
  place.journal.finish('query', { done: 1, total: 1, activity: said.planned(count) });
}

/** The second: asks the knowledge base each of it. */
async function retrieval(place: Place, signal: AbortSignal): Promise<void> {
  const { journal, sources, story } = place;
  await journal.begin('retrieval', {});
  const { vendorId } = story.run;
  await answerQueries(
    place,
    (question, limit, by) => sources.ask(vendorId, question, limit, by),
    signal,
    (done, total, about) => journal.advance('retrieval', { done, total, activity: said.asking(about) }),
  );
  const retrieved = await readRetrieved(place);
  const hits = retrieved.flatMap(({ answer }) => answer.hits);
  const passages = new Set(hits.map(({ passageId }) => passageId)).size;
  const documents = new Set(hits.map(({ documentId }) => documentId)).size;
  const total = retrieved.length;
  journal.finish('retrieval', { done: total, total, activity: said.found(passages, documents) });
}

const readRetrieved = async (place: Place) =>
  (await readLookups(place)).flatMap(({ query: asked, answer }) =>
    answer === null ? [] : [{ query: asked, answer }],
  );

/** The third: writes by rules from what was found and saves the version, once. */
async function synthesis(place: Place): Promise<void> {
  const { kit, journal, story, sources } = place;
  if (story.run.version !== null) return;
  const retrieved = await readRetrieved(place);
  const passages = new Set(retrieved.flatMap(({ answer }) => answer.hits.map((hit) => hit.passageId))).size;
  await journal.begin('synthesis', { total: 1, activity: said.writing(passages) });
  const { subject, plan } = await planOf(place);
  const { wishes } = story;
  const material = { subject, plan, retrieved, wishes, reference, priceOf: sources.price };
  const content = finishContent(story, writeSolution(material));
  const { length } = sentencesOf(content);
  const activity = said.written(length, content.dropped.length);
  journal.finish('synthesis', { done: 1, total: 1, activity });
  await journal.write('working', (tx) => saveMade(kit, tx, story, content));
}

/** Where a model is connected it has the last word on the summary, sentence by sentence checked. */
async function wording(place: Place, signal: AbortSignal): Promise<void> {
  const { kit, llm, journal, story } = place;
  const { version } = journal;
  if (version === null) return;
  await journal.begin('synthesis', { activity: said.wording });
  await writeWords(kit, llm, story, await readRetrieved(place), version, signal);
  journal.finish('synthesis', { activity: null });
}

/** The run is complete; what was only looked up is let go. */
async function end({ journal, runId }: Place): Promise<void> {
  await journal.write('completed', async (tx) => {
    await tx.db.delete(lookups).where(eq(lookups.runId, runId));
    return undefined;
  });
}
