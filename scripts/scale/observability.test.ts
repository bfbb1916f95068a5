import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMetrics } from '@tokenholic/kit';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { onPath } from '../../packages/kit/src/testing/binaries.ts';
import { PROCESSES } from './plan.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const alertsSchema = z.object({
  groups: z.array(
    z.object({
      rules: z.array(
        z.object({
          alert: z.string(),
          expr: z.string(),
          annotations: z.object({ summary: z.string(), runbook_url: z.string() }),
        }),
      ),
    }),
  ),
});
const alerts = alertsSchema
  .parse(parse(read('deploy/prometheus/alerts.yaml')))
  .groups.flatMap(({ rules }) => rules);

const dashboardSchema = z.object({
  panels: z.array(z.object({ title: z.string(), targets: z.array(z.object({ expr: z.string() })) })),
});
const { panels } = dashboardSchema.parse(JSON.parse(read('deploy/grafana/tokenholic.json')));

/** Metrics that the product has, histograms by the names of their series too. */
async function known(): Promise<Set<string>> {
  const metrics = await createMetrics().registry.getMetricsAsJSON();
  return new Set(metrics.flatMap(({ name }) => [name, `${name}_count`, `${name}_sum`, `${name}_bucket`]));
}

const named = (expression: string) => expression.match(/\b(?:tokenholic|process|nodejs)_[a-z0-9_]+/g) ?? [];

test('alerts and panels read metrics that there are', async () => {
  const metrics = await known();
  const expressions = [
    ...alerts.map(({ expr }) => expr),
    ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
  ];
  const names = [...new Set(expressions.flatMap(named))];
  expect(names.length).toBeGreaterThan(12);
  expect(names.filter((name) => !metrics.has(name))).toEqual([]);
});

test('every alert has a page that says what to look at and what to do, and every page an alert', () => {
  for (const { annotations } of alerts) {
    const path = annotations.runbook_url;
    expect(existsSync(join(root, path)), path).toBe(true);
    expect(read(path)).toMatch(/## Look[\s\S]+## Do/);
  }
  const pages = readdirSync(join(root, 'docs/runbooks')).filter((name) => name !== 'README.md');
  const linked = new Set(alerts.map(({ annotations }) => annotations.runbook_url.split('/').at(-1)));
  expect(pages.filter((page) => !linked.has(page))).toEqual([]);
  for (const page of pages) expect(read('docs/runbooks/README.md')).toContain(`(${page})`);
});

test('panels that a page names are there', () => {
  const titles = panels.map(({ title }) => title);
  for (const page of readdirSync(join(root, 'docs/runbooks')))
    for (const [, name] of read(`docs/runbooks/${page}`).matchAll(/(?<!\*)\*([A-Z][^*]+)\*(?!\*)/g))
      if (!['Replay', 'Test'].includes(name ?? ''))
        expect(
          titles.some((title) => title.startsWith(name ?? '')),
          `${page}: ${name}`,
        ).toBe(true);
});

test('Prometheus is told of every process', () => {
  const schema = z.object({
    scrape_configs: z.tuple([
      z.object({ static_configs: z.tuple([z.object({ targets: z.array(z.string()) })]) }),
    ]),
  });
  const { scrape_configs } = schema.parse(parse(read('deploy/prometheus/prometheus.yaml')));
  const [{ static_configs }] = scrape_configs;
  expect(static_configs[0].targets).toEqual(PROCESSES.map(({ name }) => `${name}:3000`));
});

const promtool = process.env.PROMTOOL ?? onPath('promtool');
test.skipIf(promtool === null)('promtool accepts rules and configuration', () => {
  const checked = spawnSync(
    promtool ?? '',
    ['check', 'config', join(root, 'deploy/prometheus/prometheus.yaml')],
    {
      encoding: 'utf8',
    },
  );
  expect(checked.stderr + checked.stdout).toContain('SUCCESS');
  expect(checked.status).toBe(0);
});
