export { type Budget, type Counted, createMemoryBudget, WARN_AT } from './budget.ts';
export {
  BAILIAN_URL,
  connectionsFromEnvironment,
  type ModelConnection,
  type ModelKind,
} from './connections.ts';
export {
  createProviderEmbedder,
  EmbeddingBudgetSpent,
  type EmbeddingConnection,
  type EmbeddingMeter,
  embeddingFromEnvironment,
  type ProviderEmbedder,
} from './embedder.ts';
export {
  type Attempt,
  createLlm,
  type Llm,
  type LlmOptions,
  type RunOptions,
  type TaskResult,
  type Usage,
} from './llm.ts';
export { renderPrompt } from './prompt.ts';
export { createReranker, type RerankConnection, rerankingFromEnvironment } from './reranker.ts';
export { defineTask, type Engine, type Task, type TaskPrompt } from './task.ts';
export { type TrialOutcome, tryConnection } from './try-connection.ts';
