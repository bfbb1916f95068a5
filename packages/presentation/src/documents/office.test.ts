import { readFileSync } from 'node:fs';
import { type BattleMap, battleMapSchema } from '@tokenholic/contracts';
import JSZip from 'jszip';
import readSheets from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { mapToPptx, mapToXlsx } from './index.ts';

const yunxiu: BattleMap = battleMapSchema.parse(
  JSON.parse(readFileSync(new URL('../testing/yunxiu-map.json', import.meta.url), 'utf8')),
);

async function slidesOf(bytes: Uint8Array): Promise<string[]> {
  const archive = await JSZip.loadAsync(bytes);
  const names = Object.keys(archive.files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  return Promise.all(
    names
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      .map(async (name) => (await archive.file(name)?.async('string')) ?? ''),
  );
}

test.each([
  'zh',
  'en',
] as const)('the deck is eight slides of text and shapes, with notes (%s)', async (language) => {
  const bytes = await mapToPptx(yunxiu, { language, theme: 'light' });
  const slides = await slidesOf(bytes);
  expect(slides).toHaveLength(8);
  expect(slides[0]?.includes(yunxiu.headline.highlight[language])).toBe(true);
  // Native shapes: no slide is a picture.
  expect(slides.some((slide) => slide.includes('<p:pic>'))).toBe(false);
  for (const column of yunxiu.useCases.slice(0, 4)) {
    const names = [
      column.name,
      ...column.tiles.filter(({ share }) => share > 0.5).map((tile) => tile.modelName),
    ];
    expect(names.filter((name) => slides[1]?.includes(name[language]) !== true)).toEqual([]);
  }
  const archive = await JSZip.loadAsync(bytes);
  const notes = Object.keys(archive.files).filter((name) => /notesSlides\/notesSlide\d+\.xml$/.test(name));
  expect(notes).toHaveLength(8);
});

test('a tile on the slide is as large as on the screen: area is proportional to tokens', async () => {
  const [, skyline = ''] = await slidesOf(await mapToPptx(yunxiu, { language: 'en', theme: 'light' }));
  const [largest] = [...yunxiu.useCases].sort((a, b) => b.tokensPerYear.mid - a.tokensPerYear.mid);
  const boxes = (largest?.tiles ?? []).map((tile) => {
    const before = skyline.slice(0, skyline.indexOf(`>${tile.modelName.en}<`));
    const size = [...before.matchAll(/<a:ext cx="(\d+)" cy="(\d+)"/g)].at(-1);
    return { tokens: tile.tokensPerYear.mid, area: Number(size?.[1]) * Number(size?.[2]) };
  });
  const [first, second] = boxes;
  if (first === undefined || second === undefined)
    throw new Error('The sample has two models in its largest use');
  expect(first.area / second.area).toBeCloseTo(first.tokens / second.tokens, 1);
});

test('a deck made from the treemap shows it on its second slide, in shapes', async () => {
  const [, treemap = ''] = await slidesOf(
    await mapToPptx(yunxiu, { language: 'zh', theme: 'light', view: 'treemap' }),
  );
  const [, skyline = ''] = await slidesOf(await mapToPptx(yunxiu, { language: 'zh', theme: 'light' }));
  expect(treemap.includes(yunxiu.useCases[0]?.name.zh ?? '-')).toBe(true);
  expect(treemap.includes('<p:pic>')).toBe(false);
  expect(treemap).not.toBe(skyline);
});

test('a hostile client name is text on the slides', async () => {
  const hostile = { ...yunxiu, clientName: '<a:t>&"evil"' };
  const slides = await slidesOf(await mapToPptx(hostile, { language: 'zh', theme: 'dark' }));
  expect(slides[0]?.includes('&lt;a:t&gt;&amp;')).toBe(true);
});

test('the workbook holds each model as plain numbers, and its totals are formulas', async () => {
  const bytes = Buffer.from(await mapToXlsx(yunxiu, { language: 'zh', theme: 'light' }));
  const sheets = await readSheets(bytes);
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['汇总', '模型明细', '机会', '证据', '假设']);
  const models = sheets[1]?.data ?? [];
  const tokens = models.slice(1).reduce((sum, row) => sum + Number(row[4]), 0);
  expect(tokens / yunxiu.totals.tokensPerYear.mid).toBeCloseTo(1, 6);
  const archive = await JSZip.loadAsync(bytes);
  const summary = (await archive.file('xl/worksheets/sheet1.xml')?.async('string')) ?? '';
  expect(/<f>SUM\(/.test(summary)).toBe(true);
});

test('a passage that begins like a formula stays text in the workbook', async () => {
  const [column] = yunxiu.useCases;
  const [tile] = column?.tiles ?? [];
  const [quote] = tile?.evidence ?? [];
  if (column === undefined || tile === undefined || quote === undefined)
    throw new Error('The sample has evidence');
  const evil = { ...tile, evidence: [{ ...quote, text: '=HYPERLINK("http://evil")' }] };
  const map = { ...yunxiu, useCases: [{ ...column, tiles: [evil] }] };
  const bytes = await mapToXlsx(map, { language: 'en', theme: 'light' });
  const archive = await JSZip.loadAsync(bytes);
  const evidence = (await archive.file('xl/worksheets/sheet4.xml')?.async('string')) ?? '';
  expect(evidence.includes('<f>')).toBe(false);
});
