import { createTokenBudget } from '@tokenholic/budgets';
import { lockFolder } from '@tokenholic/kit';
import { createAgents } from '@tokenholic/research';
import { createConnections } from '@tokenholic/settings';
import { createLlm } from '@workflow/llm-sdk';
import { compose, createKit, openConfiguredDatabase, type Product } from './compose.ts';
import type { Configuration } from './configuration.ts';
import { exportMap } from './export-map.ts';
import { addPages } from './pages.ts';
import { loadSamples } from './samples/load-samples.ts';

export interface RunningProduct {
  product: Product;
  /** Where to find it: `http://localhost:3000`. */
  address: string;
  stop(): Promise<void>;
}

/** Starts the whole product in this process and listens. Holds the data folder until it stops. */
export async function startProduct(configuration: Configuration): Promise<RunningProduct> {
  const lock = await lockFolder(configuration.dataFolder);
  const kit = createKit(configuration, await openConfiguredDatabase(configuration));
  const { allowedPrivateHosts, githubToken } = configuration;
  const connections = createConnections(kit, configuration.environment);
  const { searchKey, browserKey } = connections;
  const llm = createLlm({
    connections: connections.models,
    budget: createTokenBudget(kit),
    onUsage: (_organizationId, task, model) => kit.metrics.tasks.inc({ task, via: model }),
  });
  const product = await compose(configuration, kit, {
    agents: createAgents({ allowedPrivateHosts, githubToken, searchKey, browserKey }, llm),
    exporter: exportMap,
    connections,
    llm,
  });
  await addPages(product.app);
  await product.app.listen({ port: configuration.port, host: configuration.host });
  const address = addressOf(product, configuration.host);
  lock.announce(address);
  if (configuration.demo && configuration.samples) {
    // The doors are open already; samples appear as their research ends.
    loadSamples(product).catch((error) =>
      kit.logger.error({ err: error }, 'sample clients could not be loaded'),
    );
  }
  const stop = async () => {
    await product.close();
    await lock.release();
  };
  return { product, address, stop };
}

function addressOf(product: Product, host: string): string {
  const bound = product.app.server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return `http://${host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host}:${port}`;
}
