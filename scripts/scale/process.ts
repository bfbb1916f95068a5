import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ownEnvironment, type ProcessPlan } from './plan.ts';

const HERE = join(import.meta.dirname, '../..');

export interface RunningProcess {
  plan: ProcessPlan;
  address: string;
  child: ChildProcess;
  /** Resolves when it can serve or work. */
  ready(): Promise<void>;
  /** `SIGTERM` by default; resolves with the exit code, null when a signal ended it. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts the product as one more process, from this tree or from another version's. */
export function startProcess(
  plan: ProcessPlan,
  port: number,
  shared: Record<string, string>,
  output: 'inherit' | 'ignore',
  tree = HERE,
): RunningProcess {
  const environment = { ...process.env, ...shared, ...ownEnvironment(plan), PORT: String(port) };
  const child = spawn(process.execPath, ['--max-semi-space-size=16', join(tree, 'apps/server/src/main.ts')], {
    env: environment,
    stdio: ['ignore', output, output === 'inherit' ? 'inherit' : 'pipe'],
  });
  // Whoever started it may end by a failure: then it must not go on alone.
  const abandon = () => void child.kill('SIGKILL');
  process.on('exit', abandon);
  child.on('exit', () => process.off('exit', abandon));
  let complaint = '';
  child.stderr?.on('data', (chunk) => {
    complaint = `${complaint}${chunk}`.slice(-4_000);
  });
  const address = `http://127.0.0.1:${port}`;
  return {
    plan,
    address,
    child,
    ready: async () => {
      for (let tries = 0; tries < 1_200; tries += 1) {
        if (child.exitCode !== null) throw new Error(`${plan.name} ended at its start: ${complaint}`);
        if (await answers(`${address}/api/health/ready`)) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`${plan.name} did not get ready: ${complaint}`);
    },
    end: async (signal = 'SIGTERM') => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const exited = once(child, 'exit');
      child.kill(signal);
      await exited;
      return child.exitCode;
    },
  };
}

async function answers(url: string): Promise<boolean> {
  return fetch(url)
    .then((answer) => answer.ok)
    .catch(() => false);
}
