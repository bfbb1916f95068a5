import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const COMMAND = join(import.meta.dirname, '../../apps/server/src/cli/tokenholic.ts');
/** Short enough to meet what lasts some ten milliseconds. */
const BETWEEN_LOOKS_MILLISECONDS = 2;

/**
 * Runs `tokenholic …` in a process of its own and kills it, as nobody can ask it to prepare for, at the first look that finds
 * the moment. A command that ends before is a failure: then nothing was killed.
 */
export async function killCommand(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  isTheMoment: () => Promise<boolean>,
): Promise<void> {
  const child = spawn(process.execPath, [COMMAND, ...words], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk;
    });
  try {
    while (!(await isTheMoment())) {
      if (child.exitCode !== null) throw new Error(`The command ended before the moment came: ${said}`);
      await pause(BETWEEN_LOOKS_MILLISECONDS);
    }
  } finally {
    child.kill('SIGKILL');
    await exited;
  }
  if (child.signalCode !== 'SIGKILL') throw new Error(`The command ended by itself: ${said}`);
}
