import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { ownEnvironment, PROCESSES, sharedEnvironment } from './plan.ts';

const composeSchema = z.object({
  services: z.record(
    z.string(),
    z.object({ image: z.string(), environment: z.record(z.string(), z.coerce.string()).optional() }),
  ),
});
const text = readFileSync(join(import.meta.dirname, '../../deploy/compose.yaml'), 'utf8');
const { services } = composeSchema.parse(parse(text, { merge: true }));
const shared = Object.keys(
  sharedEnvironment({
    databaseUrl: 'postgres://x',
    redisUrl: 'redis://x',
    kafka: 'x:1',
    neo4j: { url: 'x', password: 'x' },
    s3: { endpoint: 'http://x', bucket: 'x', accessKeyId: 'x', secretAccessKey: 'x' },
    secretKey: 'x',
  }),
);

test('the Docker description has the same processes as scale:up, and no others', () => {
  const described = Object.entries(services).filter(([, { image }]) => image === 'tokenholic');
  expect(described.map(([name]) => name).sort()).toEqual(PROCESSES.map(({ name }) => name).sort());
});

test.each(PROCESSES)('$name is told the same in both', (plan) => {
  const environment = services[plan.name]?.environment ?? {};
  const own = ownEnvironment(plan);
  expect(Object.keys(environment).sort()).toEqual([...shared, ...Object.keys(own)].sort());
  expect(environment).toMatchObject(own);
});
