import { reference, sampleClients } from '@tokenholic/reference';
import { assembleMap } from '../services/map/battlemap/domain/assemble.ts';
import { drawMap } from '../services/map/battlemap/domain/draw-map.ts';
import { buildGazetteer, conclude, readPage } from '../services/map/research/domain/analysis/index.ts';

// From pages to a map by rules alone: 20 and 200 pages, beside a loop that only looks for every name by indexOf.

const out = (text: string) => process.stdout.write(`${text}\n`);
const texts = sampleClients().flatMap((client) => client.files.map((file) => file.text));
const engine = { via: 'rules' as const, model: null, reason: 'benchmark' };
const started = performance.now();
const gazetteer = buildGazetteer(reference);
out(`gazetteer: ${(performance.now() - started).toFixed(0)} ms`);
const names = [...reference.providers, ...reference.models]
  .flatMap((item) => item.aliases)
  .map((name) => name.toLowerCase());

function pagesOf(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    id: `01970000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    title: 'page',
    // Each page differs, as pages do; three samples make about six kilobytes.
    text: [0, 1, 2].map((shift) => texts[(index * 3 + shift) % texts.length]).join(`\n\n${index}\n\n`),
    url: null,
    sourceKind: 'website' as const,
    date: '2026-11-20',
  }));
}

for (const count of [20, 200]) {
  const pages = pagesOf(count);
  const at = performance.now();
  const { findings, industryId, employees } = conclude(
    pages.map((page) => readPage(page, gazetteer)),
    engine,
  );
  const content = drawMap({ clientId: 'bench', findings, industryId, employees, engine }, reference);
  const map = assembleMap(content, {
    clientId: 'bench',
    clientName: 'Bench',
    version: 1,
    revision: 0,
    runId: null,
    generatedAt: '2026-11-20T00:00:00Z',
  });
  const ours = performance.now() - at;
  const baseAt = performance.now();
  let hits = 0;
  for (const page of pages) {
    const lower = page.text.toLowerCase();
    for (const name of names) if (lower.includes(name)) hits += 1;
  }
  const base = performance.now() - baseAt;
  out(
    `map from ${count} pages: ${ours.toFixed(0)} ms, ${findings.length} findings, ${map.useCases.length} use cases; indexOf of ${names.length} names: ${base.toFixed(0)} ms (${hits} hits); ratio ${(ours / base).toFixed(1)}`,
  );
}
