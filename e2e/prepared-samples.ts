import { cpSync, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { type RunningProduct, readConfiguration, startProduct } from '@tokenholic/server';

const SAMPLES = 5;
const WAIT_MILLISECONDS = 200;
/** Longer than the slowest machine takes to draw the samples. */
const LONGEST_WAIT = 500_000;

/** The product on a data folder, once its sample clients are drawn and what else belongs to them is there. */
export async function startSamples(folder: string): Promise<RunningProduct> {
  const configuration = readConfiguration(
    {
      ...{ PORT: '0', TOKENHOLIC_DATA: folder, TOKENHOLIC_LOG_LEVEL: 'silent' },
      TOKENHOLIC_EMBEDDINGS: 'off',
    },
    folder,
  );
  const running = await startProduct(configuration);
  for (let waited = 0; waited < LONGEST_WAIT; waited += WAIT_MILLISECONDS) {
    const answer: { items: unknown[] } = await (await fetch(`${running.address}/api/portfolio`)).json();
    if (answer.items.length === SAMPLES && !running.product.samples.arriving) return running;
    await later();
  }
  throw new Error('The sample clients were not drawn');
}

/**
 * Fills a data folder with the samples that were drawn once for the whole run of tests: the first file to ask draws them, the
 * others wait and copy. Without a folder of the run each file draws its own.
 */
export async function copyPreparedSamples(folder: string): Promise<void> {
  const shared = process.env.TOKENHOLIC_TEST_RUN;
  if (shared === undefined) return;
  const ready = join(shared, 'samples');
  if (claim(join(shared, 'claimed'))) {
    const draft = join(shared, 'draft');
    const running = await startSamples(draft);
    await running.product.dispatcher.idle();
    await running.stop();
    renameSync(draft, ready);
  }
  for (let waited = 0; waited < LONGEST_WAIT && !existsSync(ready); waited += WAIT_MILLISECONDS)
    await later();
  if (existsSync(ready)) cpSync(ready, folder, { recursive: true });
}

/** Whether this is the first to ask. */
function claim(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

const later = () => new Promise((resolve) => setTimeout(resolve, WAIT_MILLISECONDS));
