import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const files = globSync('{packages,services/*}/*/migrations*/*.sql', { cwd: root }).sort();

/** What processes of the release before would trip over while they still run, or what holds up everybody who writes. */
const UNSAFE: [string, RegExp][] = [
  ['drops what older processes read', /\bdrop\s+(table|column|schema|view)\b/i],
  ['renames what older processes read', /\brename\s+(to|column)\b/i],
  ['changes a type under older processes', /\balter\s+column\s+\w+\s+(set\s+data\s+)?type\b/i],
  ['asks for a value that older processes do not write', /\balter\s+column\s+\w+\s+set\s+not\s+null\b/i],
  [
    'adds a column that older processes do not fill',
    /\badd\s+column\s+(?![^,;]*\bdefault\b)[^,;]*\bnot\s+null\b/i,
  ],
];

/** Migrations that may, and why. */
const ALLOWED = new Map([
  ['battlemap/0003_portfolio_moves.sql', 'from before the first release'],
  ['roleplay/0002_practice.sql', 'from before the first release'],
  ['solutions/0002_runs_and_diagrams.sql', 'from before the first release'],
  ['kit/0010_audit_chain.sql', 'a trigger fills the columns, whoever writes'],
]);

const complaints = (sql: string): string[] =>
  UNSAFE.filter(([, pattern]) => pattern.test(sql.replace(/--.*$/gm, ''))).map(([complaint]) => complaint);

test.each(files)('%s can be applied while processes of the release before go on', (file) => {
  const owner = basename(join(root, file, '../..'));
  if (ALLOWED.has(`${owner}/${basename(file)}`)) return;
  expect(complaints(readFileSync(join(root, file), 'utf8'))).toEqual([]);
});

test.each([
  ['alter table deals.deals drop column reply_hours;', 'drops what older processes read'],
  ['alter table deals.deals rename column stage to step;', 'renames what older processes read'],
  ['alter table deals.deals alter column amount type numeric;', 'changes a type under older processes'],
  ['alter table a.b alter column c set not null;', 'asks for a value that older processes do not write'],
  [
    'alter table a.b add column c text not null, add column d text;',
    'adds a column that older processes do not fill',
  ],
])('%s is found', (sql, complaint) => {
  expect(complaints(sql)).toEqual([complaint]);
});

test('a column that may be empty or has a default is nothing to complain of', () => {
  expect(complaints("alter table a.b add column c text, add column d text not null default '';")).toEqual([]);
});
