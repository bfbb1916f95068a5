import { readFileSync } from 'node:fs';
import { battleMapSchema } from '@tokenholic/contracts';
import { mapToPdf, mapToPng, mapToPptx, mapToXlsx, renderMapSvg } from '@tokenholic/presentation/documents';
import { withUseCases } from './large-map.ts';

// A map of sixty use cases as each kind of file, in both languages; beside it the same file of a map without use cases, which is what
// the libraries and fonts cost by themselves. The first turn loads them and is told apart.

const TURNS = 3;
const BAR_MILLISECONDS = 5_000;
const out = (text: string) => process.stdout.write(`${text}\n`);
const file = new URL('../packages/presentation/src/testing/yunxiu-map.json', import.meta.url);
const sample = battleMapSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const large = withUseCases(sample, 60);
const bare = { ...sample, useCases: [] };
const light = { theme: 'light' as const };

type Language = 'zh' | 'en';
const kinds: Record<string, (map: typeof large, language: Language) => Promise<Uint8Array>> = {
  PPTX: (map, language) => mapToPptx(map, { ...light, language }),
  'PPTX of the treemap': (map, language) => mapToPptx(map, { ...light, language, view: 'treemap' }),
  'PDF, A4': (map, language) => mapToPdf(map, { ...light, language, paper: 'a4' }),
  'PDF, 16:9': (map, language) => mapToPdf(map, { ...light, language, paper: 'wide' }),
  PNG: (map, language) => mapToPng(map, { ...light, language }),
  SVG: async (map, language) => Buffer.from(renderMapSvg(map, { ...light, language })),
  XLSX: (map, language) => mapToXlsx(map, { ...light, language }),
};

async function timed(work: () => Promise<Uint8Array>) {
  const [started, used] = [performance.now(), process.cpuUsage()];
  const { length } = await work();
  const { user, system } = process.cpuUsage(used);
  return { clock: performance.now() - started, processor: (user + system) / 1_000, bytes: length };
}
const middle = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function measure(work: () => Promise<Uint8Array>) {
  const first = await timed(work);
  const turns = [];
  for (let turn = 0; turn < TURNS; turn += 1) turns.push(await timed(work));
  return {
    first: first.clock,
    clock: middle(turns.map(({ clock }) => clock)),
    processor: middle(turns.map(({ processor }) => processor)),
    bytes: first.bytes,
  };
}

out(`${large.useCases.length} use cases, ${large.useCases.flatMap(({ tiles }) => tiles).length} models`);
for (const [name, write] of Object.entries(kinds))
  for (const language of ['zh', 'en'] as const) {
    const empty = await measure(() => write(bare, language));
    const whole = await measure(() => write(large, language));
    const meets = Math.max(whole.first, whole.clock) <= BAR_MILLISECONDS ? 'within' : 'OVER';
    out(
      `exports, ${name}, ${language}: p50 ${whole.clock.toFixed(0)} ms, first ${whole.first.toFixed(0)} ms, processor ${whole.processor.toFixed(0)} ms, ${(whole.bytes / 1e3).toFixed(0)} kB; without use cases ${empty.clock.toFixed(0)} ms, processor ${empty.processor.toFixed(0)} ms; ratio of processor ${(whole.processor / empty.processor).toFixed(1)}; ${meets} 5 s`,
    );
  }
