import { expect, test } from 'vitest';
import { brokenRules } from './check-walls.ts';

test('a service that imports another service is found', () => {
  expect(
    brokenRules('services/map/research/service.ts', "import { x } from '@tokenholic/battlemap';"),
  ).toHaveLength(1);
});

test('I/O in a domain file is found, hashing is not I/O', () => {
  expect(
    brokenRules('services/map/research/domain/x.ts', "import { readFileSync } from 'node:fs';"),
  ).toHaveLength(1);
  expect(
    brokenRules('services/map/research/domain/x.ts', "import { createHash } from 'node:crypto';"),
  ).toEqual([]);
});

test('a lazily imported model provider outside the SDK is found', () => {
  expect(
    brokenRules('services/map/research/adapters/x.ts', "const { generateText } = await import('ai');"),
  ).toHaveLength(1);
});

test('a web feature may not reach into another', () => {
  expect(
    brokenRules('apps/web/src/features/map/run/x.tsx', "import { y } from '@/features/map/home';"),
  ).toHaveLength(1);
});

test('the web may take types of contracts, and nothing that runs', () => {
  const file = 'apps/web/src/features/x/y.tsx';
  const broken = (text: string) => brokenRules(file, text).length;
  expect(broken("import { type Persona, personaSchema } from '@tokenholic/contracts';")).toBe(1);
  expect(broken("import type { Persona } from '@tokenholic/contracts';")).toBe(0);
  expect(broken("import { type Persona, type Deal } from '@tokenholic/contracts';")).toBe(0);
  expect(broken("import { undo } from '@tokenholic/contracts/undo';")).toBe(0);
});
