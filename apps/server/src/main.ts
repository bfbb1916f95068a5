import { isAppError } from '@tokenholic/kit';
import { ConfigurationFault, readConfiguration } from './configuration.ts';
import { startProduct } from './start.ts';

const out = (text: string) => process.stdout.write(`${text}\n`);

/** Less than the 30 s after which Docker's and Kubernetes' patience ends. */
const LONGEST_STOP_MILLISECONDS = 25_000;

try {
  const started = performance.now();
  const configuration = readConfiguration(process.env, process.cwd());
  const running = await startProduct(configuration);
  out(`\n  Tokenholic  ${running.address}   (${((performance.now() - started) / 1_000).toFixed(1)} s)`);
  out(`  data        ${configuration.dataFolder}`);
  out(`  API         ${running.address}/api/docs`);
  const { accounts } = running.product;
  if (await accounts?.needsSetup())
    out(`  first owner ${running.address}/sign-up?setup=${accounts?.setupCode}`);
  out('');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      setTimeout(() => process.exit(1), LONGEST_STOP_MILLISECONDS).unref();
      await running.stop();
      process.exit(0);
    });
  }
} catch (error) {
  if (!(error instanceof ConfigurationFault) && !isAppError(error)) throw error;
  process.stderr.write(
    `\n${isAppError(error) ? `${error.userMessage.en}\n${error.userMessage.zh}` : error.message}\n\n`,
  );
  process.exit(1);
}
