import type { MigrationSet } from '@tokenholic/kit';
import type { Graph, GraphRun } from './graph.ts';

export { forgetThread } from './forget-thread.ts';
export { DONE, type Graph, type GraphRun, type Next, type Step, type StepContext } from './graph.ts';

export const agentsMigrations: MigrationSet = {
  schema: 'agents',
  folder: new URL('../migrations/', import.meta.url),
};

/**
 * Runs a graph of agents to its end, from the first step or from the last one that had finished before an interruption.
 * A step's failure is thrown as it is; the thread stays and can be run again. A finished thread leaves nothing behind.
 * LangGraph is loaded with the first graph, so that the product opens its doors without it.
 */
export async function runGraph<S extends object>(graph: Graph<S>, run: GraphRun<S>): Promise<S> {
  const { runWithLangGraph } = await import('./run-graph.ts');
  return runWithLangGraph(graph, run);
}
