import { createTokenBudget } from '@tokenholic/budgets';
import type { EmbeddedEmbedder } from '@tokenholic/embeddings';
import { createLogger, lockFolder, refuseWhileArriving } from '@tokenholic/kit';
import type { Tracing } from '@tokenholic/kit/scale';
import { createAgents, createPageReader, createSitemapReader } from '@tokenholic/research';
import { createConnections } from '@tokenholic/settings';
import { createLlm, type EmbeddingMeter } from '@workflow/llm-sdk';
import {
  awaitDatabase,
  compose,
  createKit,
  openConfiguredDatabase,
  type Product,
  VERSION,
} from './compose.ts';
import type { Configuration } from './configuration.ts';
import { exportMap } from './export-map.ts';
import { openGraph } from './graph.ts';
import { observedLlm } from './observed-llm.ts';
import { addPages } from './pages.ts';
import { openPorts } from './ports.ts';
import { loadSamples } from './samples/load-samples.ts';
import { openSemantics } from './semantics.ts';

export interface RunningProduct {
  product: Product;
  /** Where to find it: `http://localhost:3000`. */
  address: string;
  stop(): Promise<void>;
}

/** Starts the whole product in this process and listens. Holds the data folder until it stops. */
export async function startProduct(
  configuration: Configuration,
  embedder?: EmbeddedEmbedder,
): Promise<RunningProduct> {
  // A server of its own lets many processes in; the embedded database would lose data to a second one.
  const lock = configuration.databaseUrl === null ? await lockFolder(configuration.dataFolder) : null;
  const logger = createLogger(configuration.logLevel);
  const tracing = await traceTo(configuration);
  const ports = await openPorts(configuration, logger);
  const database = await awaitDatabase(
    () =>
      openConfiguredDatabase(configuration, (why) =>
        logger.warn({ why }, 'the empty database that ships could not be used: it was made anew'),
      ),
    (text) => logger.info(text),
  );
  await refuseWhileArriving(database);
  const kit = createKit(configuration, database, ports);
  const { allowedPrivateHosts, githubToken } = configuration;
  const connections = createConnections(kit, configuration.environment);
  const { searchKey, browserKey } = connections;
  const budget = createTokenBudget(kit);
  const llm = observedLlm(createLlm({ connections: connections.models, budget }), kit.metrics);
  const onUsage: EmbeddingMeter['onUsage'] = ({ tokens, counted }) =>
    kit.metrics.taskTokens.inc({ task: `embedding_${counted}`, direction: 'read' }, tokens);
  const semantics = openSemantics(configuration, { budget, onUsage }, embedder);
  const readByWords = (error: unknown) => {
    kit.logger.warn({ err: error }, 'sentences were not weighed by meaning: pages are read by words alone');
    return null;
  };
  const graph = await openGraph(configuration);
  const product = await compose(configuration, kit, {
    agents: createAgents({ allowedPrivateHosts, githubToken, searchKey, browserKey }, llm, {
      vectorsOf: (texts) => semantics.pages.vectorsOf(texts).catch(readByWords),
      see: (stretches) => semantics.pages.see(stretches).catch(readByWords),
    }),
    exporter: exportMap,
    connections,
    llm,
    readPage: createPageReader({ allowedPrivateHosts, browserKey }),
    semantics,
    knowledge: {
      readSitemap: createSitemapReader({ allowedPrivateHosts }),
      ...(graph === null ? {} : { graph }),
    },
  });
  const stopping = new AbortController();
  const serves = configuration.part.roles.has('api');
  if (serves) await addPages(product.app);
  await product.app.listen({ port: configuration.port, host: configuration.host });
  const address = addressOf(product, configuration.host);
  lock?.announce(address);
  if (serves && configuration.demo && configuration.samples) {
    // The doors are open already; samples appear as their research ends.
    loadSamplesOnce(product, stopping.signal).catch((error) =>
      kit.logger.error({ err: error }, 'sample clients could not be loaded'),
    );
  }
  const stop = async () => {
    stopping.abort();
    await product.close();
    await semantics.close();
    await graph?.close();
    await ports.close();
    await tracing?.stop();
    await lock?.release();
  };
  return { product, address, stop };
}

async function traceTo({ traceEndpoint, part }: Configuration): Promise<Tracing | null> {
  if (traceEndpoint === null) return null;
  const { startTracing } = await import('@tokenholic/kit/scale');
  const role = [...part.roles].join(',');
  return startTracing(traceEndpoint, { 'service.version': VERSION, 'tokenholic.role': role });
}

/** Of several processes that start together one loads the samples. */
async function loadSamplesOnce(product: Product, signal: AbortSignal): Promise<void> {
  const turn = await product.kit.locks.tryTake('samples');
  if (turn === null) return;
  await loadSamples(product, signal).finally(() => {
    product.samples.arriving = false;
    return turn.release();
  });
}

function addressOf(product: Product, host: string): string {
  const bound = product.app.server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return `http://${host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host}:${port}`;
}
