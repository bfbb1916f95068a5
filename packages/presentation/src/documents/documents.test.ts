import { readFileSync } from 'node:fs';
import { type BattleMap, battleMapSchema } from '@tokenholic/contracts';
import { expect, test } from 'vitest';
import { renderMapSvg } from '../picture/svg.ts';
import { mapToHtml, mapToPdf, mapToPng } from './index.ts';

const yunxiu: BattleMap = battleMapSchema.parse(
  JSON.parse(readFileSync(new URL('../testing/yunxiu-map.json', import.meta.url), 'utf8')),
);
const light = { language: 'zh', theme: 'light' } as const;

test('the picture is one SVG with headline, figures and every use case', () => {
  const svg = renderMapSvg(yunxiu, light);
  expect(svg).toMatch(/^<svg [^>]*width="1440"/);
  expect(svg).toContain(yunxiu.headline.highlight.zh);
  for (const column of yunxiu.useCases.slice(0, 5)) expect(svg).toContain(column.name.zh);
});

test('the picture of the treemap holds the same use cases, figures and stickers as that of the skyline', () => {
  const sticker = {
    ...{ id: '01990000-0000-7000-8000-0000000000aa', text: '问合同期限', color: 'yellow' as const },
    ...{
      place: { anchor: yunxiu.useCases[0]?.key ?? null, x: 0.5, y: 0.5 },
      by: '李明',
      at: yunxiu.generatedAt,
    },
  };
  const svg = renderMapSvg({ ...yunxiu, stickers: [sticker] }, { ...light, view: 'treemap' });
  for (const column of yunxiu.useCases.slice(0, 3)) expect(svg).toContain(column.name.zh);
  expect(svg).toContain('竞品云份额');
  expect(svg).toContain('问合同期限');
  expect(svg).not.toBe(renderMapSvg({ ...yunxiu, stickers: [sticker] }, light));
});

test('a hostile client name cannot become markup', async () => {
  const headline = {
    text: { zh: '<script>alert(1)</script>', en: '"><img src=x>' },
    highlight: { zh: 'x', en: 'x' },
  };
  const hostile = { ...yunxiu, clientName: '<script>', headline };
  expect(renderMapSvg(hostile, light)).not.toContain('<script');
  expect(mapToHtml(hostile, { language: 'en', theme: 'dark' })).not.toContain('<img');
});

test('the PNG is a PNG of twice the size', async () => {
  const png = Buffer.from(await mapToPng(yunxiu, light));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2_880, 1_800]);
});

test('the PDF holds the picture and the evidence as text that can be searched', async () => {
  const { getDocumentProxy } = await import('unpdf');
  const document = await getDocumentProxy(new Uint8Array(await mapToPdf(yunxiu, light)));
  expect(document.numPages).toBeGreaterThan(1);
  const words = async (page: number) => {
    const { items } = await (await document.getPage(page)).getTextContent();
    return items.map((item) => ('str' in item ? item.str : '')).join('');
  };
  expect(await words(1)).toContain('竞品云份额');
  expect(await words(2)).toContain('RankLM');
});

test('a model and its passages stand together on a page of the PDF, each page says which it is, and a source is a link', async () => {
  const { getDocumentProxy } = await import('unpdf');
  const document = await getDocumentProxy(new Uint8Array(await mapToPdf(yunxiu, light)));
  const page = async (number: number) => {
    const at = await document.getPage(number);
    const { items } = await at.getTextContent();
    const links = (await at.getAnnotations()).map(({ url }) => String(url));
    return { words: items.map((item) => ('str' in item ? item.str : '')).join(''), links };
  };
  const [second, last] = await Promise.all([page(2), page(document.numPages)]);
  expect(second.words).toContain(`2 / ${document.numPages}`);
  expect(last.words).toContain(`${document.numPages} / ${document.numPages}`);
  const tile = yunxiu.useCases[0]?.tiles[0];
  expect(second.words).toContain(tile?.explanation?.formula.zh);
  expect(second.links).toContain(tile?.evidence[0]?.url);
});

test('a PDF for the screen has pages of 16:9, one for paper A4', async () => {
  const { getDocumentProxy } = await import('unpdf');
  const shape = async (paper: 'a4' | 'wide') => {
    const document = await getDocumentProxy(new Uint8Array(await mapToPdf(yunxiu, { ...light, paper })));
    const [, , width = 0, height = 1] = (await document.getPage(document.numPages)).view;
    return width / height;
  };
  expect(await shape('wide')).toBeCloseTo(16 / 9, 3);
  expect(await shape('a4')).toBeCloseTo(Math.SQRT2, 2);
});

test('the HTML file tells the same in a table, with quotes and dates', () => {
  const html = mapToHtml(yunxiu, light);
  expect(html).toContain('<table>');
  expect(html).toContain('2026-08-26');
});
