import { expect, test } from 'vitest';
import { contrast, visibleDifference, visionKinds } from './color-vision.ts';
import { groupOrder, groups, themeColors } from './palette.ts';

for (const theme of ['light', 'dark'] as const) {
  test(`text on every tile is readable in the ${theme} theme`, () => {
    for (const group of groupOrder) {
      const { fill, text } = groups[group][theme];
      expect(contrast(fill, text), group).toBeGreaterThanOrEqual(4.5);
    }
  });

  test(`families stay apart under every colour vision in the ${theme} theme`, () => {
    const close: string[] = [];
    for (const a of groupOrder) {
      for (const b of groupOrder) {
        if (a >= b) continue;
        for (const vision of visionKinds) {
          const difference = visibleDifference(groups[a][theme].fill, groups[b][theme].fill, vision);
          if (difference < 12) close.push(`${a}/${b} ${vision} ${difference.toFixed(1)}`);
        }
      }
    }
    expect(close).toEqual([]);
  });

  test(`quiet text is readable on paper and cards in the ${theme} theme`, () => {
    const colors = themeColors[theme];
    for (const ink of [colors.ink, colors.ink2, colors.ink3]) {
      for (const ground of [colors.paper, colors.surface])
        expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
    }
  });
}

test('each family has a glyph of its own', () => {
  expect(new Set(groupOrder.map((group) => groups[group].glyph)).size).toBe(groupOrder.length);
});
