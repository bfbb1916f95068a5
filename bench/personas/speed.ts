import { createTestKit } from '@tokenholic/kit/testing';
import {
  compute,
  everybodyAgreed,
  type History,
  linesOf,
  personasMigrations,
  personasService,
} from '@tokenholic/personas';
import { createLlm } from '@workflow/llm-sdk';
import { labelledHistory } from './generate.ts';

// How long a persona of a contact with 500 activities takes to be worked out, beside sorting and joining the same texts ten
// times, how it grows with the number of activities, and the whole recomputation with the embedded database. Processor time stands beside the clock: machines are shared.

const ROUNDS = 15;
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Exactly that many activities. */
function historyOf(count: number): History {
  const { history } = labelledHistory(7, count * 2);
  return { ...history, interactions: history.interactions.slice(-count) };
}

function time(work: () => unknown): { clock: number; processor: number } {
  const runs = Array.from({ length: ROUNDS }, () => {
    const began = performance.now();
    const cpu = process.cpuUsage();
    work();
    const used = process.cpuUsage(cpu);
    return { clock: performance.now() - began, processor: (used.user + used.system) / 1_000 };
  });
  const median = (values: number[]) =>
    values.sort((first, second) => first - second)[Math.floor(ROUNDS / 2)] ?? 0;
  return {
    clock: median(runs.map(({ clock }) => clock)),
    processor: median(runs.map(({ processor }) => processor)),
  };
}

const baseline = (history: History) => {
  for (let round = 0; round < 10; round += 1)
    [...history.interactions]
      .sort((first, second) => (first.words ?? '').localeCompare(second.words ?? ''))
      .map(({ words }) => words)
      .join('\n');
};

for (const count of [50, 500, 2_000]) {
  const history = historyOf(count);
  const mine = time(() => linesOf(compute(history).traits, []));
  const other = time(() => baseline(history));
  say(
    `${String(history.interactions.length).padStart(5)} activities: ${mine.clock.toFixed(1)} ms by the clock, ${mine.processor.toFixed(1)} ms of processor; ${(mine.clock / other.clock).toFixed(1)} × the baseline (${other.clock.toFixed(1)} ms)`,
  );
}

// The whole way: read from the database, worked out, kept as a version.
const kit = await createTestKit([personasMigrations]);
const service = personasService(createLlm({ connections: () => [] }), everybodyAgreed)(kit);
const organizationId = '01970000-0000-7000-8000-00000000c001';
const contactId = '01970000-0000-7000-8000-0000000000e1';
await kit.database.withTenant([organizationId], async ({ db }) => {
  await db.execute(
    `insert into personas.subjects (contact_id, organization_id, name, title) values ('${contactId}', '${organizationId}', 'Ada', '')`,
  );
  for (const { id, channel, direction, at, words } of historyOf(500).interactions)
    await db.execute(
      `insert into personas.interactions values ('${id}', '${contactId}', '${organizationId}', '${channel}', '${direction}', '${at.toISOString()}', ${words === null ? 'null' : `'${words.replaceAll("'", "''")}'`})`,
    );
});
const whole: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const cpu = process.cpuUsage();
  const began = performance.now();
  const context = { organizationId, retries: 0, signal: new AbortController().signal };
  await service.jobs['personas.compute']?.({ contactId }, context);
  const used = process.cpuUsage(cpu);
  whole.push(performance.now() - began);
  if (round === ROUNDS - 1)
    say(
      `the whole recomputation of 500: median ${[...whole].sort((first, second) => first - second)[Math.floor(ROUNDS / 2)]?.toFixed(1)} ms by the clock, last ${((used.user + used.system) / 1_000).toFixed(1)} ms of processor`,
    );
}
await kit.close();
