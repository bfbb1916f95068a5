import { readFileSync } from 'node:fs';
import { type BattleMap, battleMapSchema, type Tile } from '@tokenholic/contracts';
import { expect, test } from 'vitest';
import { compareMaps } from './compare-maps.ts';
import { digestOf } from './digest.ts';

const yunxiu: BattleMap = battleMapSchema.parse(
  JSON.parse(
    readFileSync(
      new URL('../../../../packages/presentation/src/testing/yunxiu-map.json', import.meta.url),
      'utf8',
    ),
  ),
);
const next = { ...yunxiu, version: yunxiu.version + 1 };

/** The map with its first tile of its first use case changed. */
function withTile(change: (tile: Tile) => Tile): BattleMap {
  return {
    ...next,
    useCases: next.useCases.map((column, index) =>
      index === 0
        ? { ...column, tiles: column.tiles.map((tile, place) => (place === 0 ? change(tile) : tile)) }
        : column,
    ),
  };
}
const firstTile = (before: BattleMap, after: BattleMap) => {
  const key = yunxiu.useCases[0]?.tiles[0]?.key;
  return compareMaps(before, after)
    .useCases.flatMap((column) => column.tiles)
    .find((tile) => tile.key === key);
};
const more = (tile: Tile): Tile => ({
  ...tile,
  tokensPerYear: { ...tile.tokensPerYear, mid: tile.tokensPerYear.mid * 2 },
});

test('two equal versions have nothing that moved', () => {
  const { useCases } = compareMaps(yunxiu, next);
  expect(useCases).toHaveLength(yunxiu.useCases.length);
  expect(
    useCases.every(
      ({ change, tiles }) => change === 'same' && tiles.every((tile) => tile.causes.length === 0),
    ),
  ).toBe(true);
});

test('what a person set is the cause of its move, with the reason given', () => {
  const edited = withTile((tile) => ({
    ...more(tile),
    override: { value: 1, by: '林佩', at: '2026-11-21T08:00:00Z', reason: '客户确认' },
  }));
  expect(firstTile(yunxiu, edited)).toMatchObject({
    change: 'moved',
    causes: [{ kind: 'edited', text: { zh: '林佩 修改了估算：客户确认' } }],
  });
});

test('a factor of the estimate that changed is named with both values', () => {
  const changed = withTile((tile) => ({
    ...more(tile),
    explanation:
      tile.explanation === null
        ? null
        : {
            ...tile.explanation,
            drivers: tile.explanation.drivers.map((driver, index) =>
              index === 0 ? { ...driver, value: { ...driver.value, mid: driver.value.mid * 2 } } : driver,
            ),
          },
  }));
  const [cause] = firstTile(yunxiu, changed)?.causes ?? [];
  expect(cause?.kind).toBe('factor');
  expect(cause?.text.zh).toContain('→');
});

test('a new price is told even where the tokens stand still', () => {
  const priced = (amount: number) =>
    withTile((tile) => ({
      ...tile,
      price: {
        cnyPerMillionTokens: amount,
        label: { zh: '', en: '' },
        source: { title: 'list', url: null, asOf: null, confidence: 'high' },
      },
    }));
  expect(firstTile(priced(4), priced(2))?.causes).toMatchObject([{ kind: 'price' }]);
});

test('use cases that came and went are told with their evidence', () => {
  const [gone, ...rest] = yunxiu.useCases;
  if (gone === undefined) throw new Error('The sample has use cases');
  const without = { ...next, useCases: rest };
  const find = (before: BattleMap, after: BattleMap) =>
    compareMaps(before, after).useCases.find(({ key }) => key === gone.key);
  expect(find(yunxiu, without)).toMatchObject({ change: 'gone', tokens: { after: null } });
  const back = find(without, yunxiu);
  expect(back).toMatchObject({ change: 'added', tokens: { before: null } });
  expect(back?.tiles[0]?.causes[0]?.text.zh).toContain('新的证据');
});

test('a digest says the largest moves with their reasons, or that there were none', () => {
  expect(digestOf(compareMaps(yunxiu, next))).toEqual({
    ...{ from: yunxiu.version, moved: 0 },
    text: {
      zh: `与版本 ${yunxiu.version} 相比没有变化。`,
      en: `Nothing has changed since version ${yunxiu.version}.`,
    },
  });
  const edited = withTile((tile) => ({
    ...more(tile),
    override: { value: 1, by: '林佩', at: '2026-11-21T08:00:00Z', reason: '客户确认' },
  }));
  const { moved, text } = digestOf(compareMaps(yunxiu, edited));
  expect(moved).toBeGreaterThan(0);
  expect(text.zh).toContain('林佩 修改了估算：客户确认');
  expect(text.en).toMatch(/^Since version \d+: .*→/);
});
