import { Annotation, START, StateGraph } from '@langchain/langgraph';
import { SqlCheckpointer } from './checkpointer.ts';
import type { Graph, GraphRun } from './graph.ts';

/** See `runGraph`: this is what it loads. */
export async function runWithLangGraph<S extends object>(graph: Graph<S>, run: GraphRun<S>): Promise<S> {
  const checkpointer = new SqlCheckpointer(run.database, run.organizationId);
  const { threadId } = run;
  const config = { configurable: { thread_id: threadId }, signal: run.signal, recursionLimit: 100 };
  const compiled = compile(graph, run.signal, checkpointer);
  const before = await compiled.getState(config);
  const interrupted = before.next.length > 0;
  const updates = await compiled.stream(interrupted ? null : { story: run.input }, {
    ...config,
    streamMode: 'values',
    durability: 'sync',
  });
  let state = run.input;
  for await (const values of updates) {
    state = graph.state.parse(values.story);
    if (values.last !== null) await run.onStep?.(values.last, state);
  }
  await checkpointer.deleteThread(threadId);
  return state;
}

function compile<S extends object>(graph: Graph<S>, signal: AbortSignal, checkpointer: SqlCheckpointer) {
  const channels = Annotation.Root({
    story: Annotation<S>({ reducer: (before, change) => ({ ...before, ...change }) }),
    last: Annotation<string | null>({ reducer: (_before, last) => last, default: () => null }),
  });
  const builder = new StateGraph<typeof channels.spec, typeof channels.State, object, string>(channels);
  for (const [name, { run }] of Object.entries(graph.steps)) {
    builder.addNode(name, async ({ story }: typeof channels.State) => {
      signal.throwIfAborted();
      const state = graph.state.parse(story);
      return { story: { ...state, ...(await run(state, { signal })) }, last: name };
    });
  }
  builder.addEdge(START, graph.first);
  for (const [name, { next }] of Object.entries(graph.steps)) {
    if (typeof next === 'string') builder.addEdge(name, next);
    else builder.addConditionalEdges(name, ({ story }: typeof channels.State) => next(story));
  }
  return builder.compile({ checkpointer });
}
