import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { moveCommand } from './cli/placement-command.ts';

const root = new URL('../../../', import.meta.url).pathname;
/** Tables that are never split: of the installation, and the log with what its consumers note. */
const NEVER_SPLIT = ['consumers.name', '(name)', 'placements', 'attempts', 'departed'];

test('what a row takes the place of is told by a key that holds its organisation: other keys hold in one part only of a table that is split', () => {
  const files = globSync('{services/*/*,packages/*}/**/*.ts', { cwd: root }).filter(
    (path) => !path.includes('node_modules') && !path.endsWith('.test.ts'),
  );
  const targets = files.flatMap((path) => {
    const text = readFileSync(`${root}${path}`, 'utf8');
    return [...text.matchAll(/target:\s*(\[[^\]]*\]|[\w.]+)|on conflict (\([^)]*\))/gi)].map(
      ([, named, raw]) => ({
        ...{ path, target: named ?? raw ?? '', upserts: raw !== undefined || text.includes('onConflict') },
      }),
    );
  });
  const concerned = targets.filter(({ upserts }) => upserts);
  expect(concerned.length).toBeGreaterThan(15);
  const wrong = concerned.filter(
    ({ path, target }) =>
      !/organization_?Id/i.test(target) && !NEVER_SPLIT.some((name) => `${path} ${target}`.includes(name)),
  );
  expect(wrong).toEqual([]);
});

test('without a PostgreSQL server the command says that it needs one', async () => {
  const move = moveCommand(
    '01970000-0000-7000-8000-0000000000a1',
    { to: 'schema', longest: 1 },
    {},
    () => {},
  );
  await expect(move).rejects.toThrow(/DATABASE_URL/);
});
