import {
  battleMapSchema,
  confidenceOf,
  type Finding,
  type MapEdit,
  type Quote,
  type RecordedEdit,
} from '@tokenholic/contracts';
import { nextSteps } from '@tokenholic/contracts/undo';
import { reference } from '@tokenholic/reference';
import { expect, test } from 'vitest';
import { assembleMap } from './assemble.ts';
import { carryOverEdited } from './carry-over.ts';
import { checkEdit } from './check-edit.ts';
import { drawMap } from './draw-map.ts';
import { applyEdits } from './edits.ts';
import { simulateProduct } from './simulate.ts';

const clientId = '01970000-0000-7000-8000-0000000000c1';
const meta = {
  clientId,
  clientName: '云岫短剧',
  version: 7,
  revision: 0,
  runId: null,
  generatedAt: '2026-11-20T09:12:00.000Z',
};
const rules = { via: 'rules' as const, model: null, reason: 'no_model_configured' };

const quote: Quote = {
  pageId: '01970000-0000-7000-8000-00000000e001',
  text: '分镜管线已切到 Seedance，月产 3,200 集',
  start: 0,
  end: 24,
  pageTitle: '技术博客',
  url: 'https://tech.yunxiu.example/pipeline',
  sourceKind: 'website',
  date: '2026-10-11',
};

function workload(
  useCaseId: string,
  providerId: string | null,
  modelName: string | null,
  more: Partial<Finding> = {},
): Finding {
  return {
    id: crypto.randomUUID(),
    key: `${useCaseId}|${providerId}|${modelName}`,
    kind: 'workload',
    useCaseId,
    providerId,
    modelId: null,
    modelName,
    value: null,
    standing: 'current',
    figures: [],
    quotes: [quote],
    confidence: confidenceOf(0.8),
    engine: rules,
    conflictsWith: [],
    ...more,
  };
}

const findings = [
  workload('video_generation', 'volcengine', 'Seedance'),
  workload('video_generation', 'alibaba', 'Wan'),
  workload('cs_chatbot', 'baidu', 'ERNIE'),
  workload('recommendation', 'self-hosted', 'RankLM'),
  workload('script_writing', null, null),
  workload('grading', 'openai', 'GPT', { standing: 'planned' }),
];
const draw = (list: Finding[] = findings, industryId: string | null = 'short-drama') =>
  drawMap({ clientId, findings: list, industryId, employees: 600, engine: rules }, reference);
const recorded = (...edits: MapEdit[]): RecordedEdit[] =>
  edits.map((edit, index) => ({
    revision: index + 1,
    edit,
    by: '林佩',
    at: '2026-11-20T10:00:00.000Z',
    version: 7,
  }));
const map = (edits: RecordedEdit[] = []) => assembleMap(applyEdits(draw(), edits, reference), meta);

test('a map drawn from findings is what the contract says', () => {
  expect(() => battleMapSchema.parse(map())).not.toThrow();
});

test('drawing twice gives the same map', () => {
  expect(map()).toEqual(map());
});

test('shares of a use case and of the whole map add up to one', () => {
  for (const column of map().useCases)
    expect(column.tiles.reduce((sum, tile) => sum + tile.share, 0)).toBeCloseTo(1);
  expect(map().totals.shares.reduce((sum, item) => sum + item.share, 0)).toBeCloseTo(1);
});

test('every use case of the reference gives a finite, ordered range below a quadrillion tokens', () => {
  for (const { id } of reference.useCases) {
    const column = assembleMap(draw([workload(id, 'volcengine', 'Doubao')]), meta).useCases[0];
    const { low, mid, high } = column?.tokensPerYear ?? { low: 0, mid: 0, high: 0 };
    expect(low > 0 && low <= mid && mid <= high && high < 1e15, id).toBe(true);
  }
});

test('a use without a named provider is shown as unknown, not guessed', () => {
  const column = map().useCases.find((item) => item.useCaseId === 'script_writing');
  expect(column?.tiles.map((tile) => tile.group)).toEqual(['unknown']);
});

test('planned use carries no volume and stands on the watch list', () => {
  expect(map().useCases.some((column) => column.useCaseId === 'grading')).toBe(false);
  expect(map().watchlist.map((item) => item.standing)).toEqual(['planned']);
});

test('self-hosted tokens have no vendor price and are said to be unpriced', () => {
  const tile = map()
    .useCases.flatMap((column) => column.tiles)
    .find((item) => item.group === 'self-hosted');
  expect(tile?.valuePerYear).toBeNull();
  expect(map().totals.unpricedShare).toBeGreaterThan(0);
});

test('nothing of ours is an opportunity, and the top three are ranked by value', () => {
  const tiles = map().useCases.flatMap((column) => column.tiles);
  expect(tiles.filter((tile) => tile.group === 'alibaba').every((tile) => tile.opportunity === null)).toBe(
    true,
  );
  const top = tiles
    .filter((tile) => tile.opportunity?.rank)
    .sort((a, b) => (a.opportunity?.rank ?? 0) - (b.opportunity?.rank ?? 0));
  expect(top.map((tile) => tile.opportunity?.rank)).toEqual([1, 2, 3]);
  const values = top.map((tile) => tile.opportunity?.valuePerYear ?? 0);
  expect(values).toEqual([...values].sort((a, b) => b - a));
});

test('a reported figure takes the place of the driver and narrows the range', () => {
  const figure = { metric: 'conversations' as const, value: 120_000, period: 'day' as const, quote };
  const width = (list: Finding[]) => {
    const column = assembleMap(draw(list), meta).useCases[0];
    return (column?.tokensPerYear.high ?? 0) / (column?.tokensPerYear.low ?? 1);
  };
  const plain = [workload('cs_chatbot', 'baidu', 'ERNIE')];
  const reported = [workload('cs_chatbot', 'baidu', 'ERNIE', { figures: [figure] })];
  expect(width(reported)).toBeLessThan(width(plain));
  const driver = assembleMap(draw(reported), meta).useCases[0]?.tiles[0]?.explanation?.drivers[0];
  expect(driver).toMatchObject({ basis: 'reported', value: { mid: 120_000 } });
});

test('a reported token total calibrates the estimate', () => {
  const figure = { metric: 'tokens' as const, value: 5e10, period: 'day' as const, quote };
  const column = assembleMap(draw([workload('lead_mining', null, null, { figures: [figure] })]), meta)
    .useCases[0];
  expect(column?.tokensPerYear.mid).toBeCloseTo(5e10 * 365, -10);
});

test('no evidence gives the industry benchmark, labelled and of low confidence', () => {
  const empty = assembleMap(draw([]), meta);
  expect(empty.basis).toBe('industry_benchmark');
  expect(empty.headline.text.zh).toContain('行业基准，尚无证据');
  for (const tile of empty.useCases.flatMap((column) => column.tiles)) {
    expect(tile).toMatchObject({ origin: 'industry_benchmark', evidence: [], confidence: { level: 'low' } });
  }
});

test('the headline contains its highlight in both languages', () => {
  const { text, highlight } = map().headline;
  expect(text.zh).toContain(highlight.zh);
  expect(text.en).toContain(highlight.en);
});

const firstTile = () => map().useCases[0]?.tiles[0]?.key ?? '';

test('an edited estimate moves value, share and headline at once and widens the range when outside it', () => {
  const before = map();
  const edited = map(
    recorded({ kind: 'set_tokens', tileKey: firstTile(), tokensPerYear: 9e13, reason: '客户确认' }),
  );
  const tile = edited.useCases.flatMap((column) => column.tiles).find((item) => item.key === firstTile());
  expect(tile?.override).toMatchObject({ value: 9e13, by: '林佩' });
  expect(tile?.tokensPerYear.high).toBeGreaterThanOrEqual(9e13);
  expect(edited.totals.tokensPerYear.mid).toBeGreaterThan(before.totals.tokensPerYear.mid);
  expect(edited.headline.text.en).not.toBe(before.headline.text.en);
});

test('restoring brings back exactly what was generated', () => {
  const edits = recorded(
    { kind: 'set_tokens', tileKey: firstTile(), tokensPerYear: 5e12, reason: null },
    { kind: 'restore_tokens', tileKey: firstTile() },
  );
  expect(map(edits).totals.tokensPerYear).toEqual(map().totals.tokensPerYear);
});

test('a use case and a model added by hand count, are priced and can be removed again', () => {
  const add = recorded(
    { kind: 'add_use_case', useCaseKey: 'translation', useCaseId: 'translation', name: '翻译' },
    {
      kind: 'add_tile',
      useCaseKey: 'translation',
      tileKey: 'translation/openai/gpt-5.5',
      providerId: 'openai',
      modelId: 'gpt-5.5',
      modelName: 'GPT-5.5',
      tokensPerYear: 3e10,
    },
  );
  const tile = map(add).useCases.find((column) => column.key === 'translation')?.tiles[0];
  expect(tile?.valuePerYear?.mid).toBeGreaterThan(0);
  const removed = map(
    recorded(...add.map((item) => item.edit), { kind: 'remove_use_case', useCaseKey: 'translation' }),
  );
  expect(removed.useCases.some((column) => column.key === 'translation')).toBe(false);
  expect(removed.removed.map((item) => item.key)).toEqual(['translation']);
});

test('an edit survives the next version, and one whose place is gone stays idle', () => {
  const edits = recorded({
    kind: 'set_tokens',
    tileKey: 'cs_chatbot/baidu/ernie',
    tokensPerYear: 1e11,
    reason: null,
  });
  const next = assembleMap(
    applyEdits(draw([...findings, workload('tts_voice', 'volcengine', 'Doubao')]), edits, reference),
    meta,
  );
  const tile = next.useCases
    .flatMap((column) => column.tiles)
    .find((item) => item.key === 'cs_chatbot/baidu/ernie');
  expect(tile?.tokensPerYear.mid).toBe(1e11);
  const without = findings.filter((finding) => finding.useCaseId !== 'cs_chatbot');
  expect(() => assembleMap(applyEdits(draw(without), edits, reference), meta)).not.toThrow();
});

test('a model that a person gave a number stays on the next map even when it is not found again', () => {
  const edits = recorded({
    kind: 'set_tokens',
    tileKey: 'cs_chatbot/baidu/ernie',
    tokensPerYear: 1e11,
    reason: '客户确认',
  });
  const without = draw(findings.filter((finding) => finding.useCaseId !== 'cs_chatbot'));
  const next = carryOverEdited(applyEdits(draw(), edits, reference), without);
  const tiles = assembleMap(applyEdits(next, edits, reference), meta).useCases.flatMap(
    (column) => column.tiles,
  );
  const tile = tiles.find((item) => item.key === 'cs_chatbot/baidu/ernie');
  expect(tile).toMatchObject({ origin: 'added', override: { value: 1e11 }, tokensPerYear: { mid: 1e11 } });
  expect(tiles.filter((item) => item.origin === 'added')).toHaveLength(1);
});

test('an edit that makes no sense is refused with a reason', () => {
  const content = draw();
  expect(() =>
    checkEdit(content, { kind: 'set_tokens', tileKey: 'gone', tokensPerYear: 1, reason: null }, []),
  ).toThrow(/tile_unknown/);
  expect(() =>
    checkEdit(
      content,
      {
        kind: 'add_use_case',
        useCaseKey: 'cs_chatbot',
        useCaseId: 'cs_chatbot',
        name: '客服',
      },
      [],
    ),
  ).toThrow(/use_case_exists/);
});

test('simulated low, mid and high of one factor are its own', () => {
  const range = simulateProduct([{ low: 50, mid: 100, high: 300 }], 42);
  expect(range.low).toBeGreaterThan(44);
  expect(range.low).toBeLessThan(56);
  expect(range.mid).toBeCloseTo(100, -1);
  expect(range.high).toBeGreaterThan(265);
  expect(range.high).toBeLessThan(335);
});

const aTile = () => {
  const tile = map().useCases[0]?.tiles[0];
  if (tile === undefined) throw new Error('The sample has no tile');
  return tile;
};
const setTo = (tokensPerYear: number): MapEdit => ({
  kind: 'set_tokens',
  tileKey: aTile().key,
  tokensPerYear,
  reason: null,
});

test('undo takes back one edit and leaves those around it; redo puts it forth again', () => {
  const edits = [setTo(1e12), setTo(2e12)];
  const tokens = (...steps: MapEdit[]) =>
    map(recorded(...edits, ...steps))
      .useCases.flatMap((column) => column.tiles)
      .find((tile) => tile.key === aTile().key)?.tokensPerYear.mid;
  expect(tokens({ kind: 'undo', revision: 2 })).toBe(1e12);
  expect(tokens({ kind: 'undo', revision: 1 })).toBe(2e12);
  expect(tokens({ kind: 'undo', revision: 2 }, { kind: 'redo', revision: 2 })).toBe(2e12);
  expect(tokens({ kind: 'undo', revision: 1 }, { kind: 'undo', revision: 2 })).toBe(
    aTile().tokensPerYear.mid,
  );
});

test('a person undoes their own last edit, not a colleague’s, and redoes only until they work on', () => {
  const [first, second] = recorded(setTo(1e12), setTo(2e12));
  if (first === undefined || second === undefined) throw new Error('Two edits were recorded');
  const others = [first, { ...second, by: '周岩' }];
  expect(nextSteps(others, '林佩')).toEqual({ undo: 1, redo: null });
  const undone = [...others, ...recorded(setTo(1), setTo(1), { kind: 'undo', revision: 1 }).slice(2)];
  expect(nextSteps(undone, '林佩')).toEqual({ undo: null, redo: 1 });
  const workedOn = [...undone, ...recorded(setTo(1), setTo(1), setTo(1), setTo(3e12)).slice(3)];
  expect(nextSteps(workedOn, '林佩')).toEqual({ undo: 4, redo: null });
});

test.each([
  ['a revision that is no edit', { kind: 'undo', revision: 9 }],
  ['what was not undone', { kind: 'redo', revision: 1 }],
] satisfies [string, MapEdit][])('%s cannot be taken back', (_name, edit) => {
  expect(() => checkEdit(draw(), edit, recorded(setTo(1e12)))).toThrow(
    expect.objectContaining({ code: 'battlemap.nothing_to_undo' }),
  );
});
