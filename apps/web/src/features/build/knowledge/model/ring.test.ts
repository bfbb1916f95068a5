import { expect, test } from 'vitest';
import { ringOf, shortName } from './ring';

const thing = (key: string, kind: 'model' | 'provider') => ({
  ...{ key, kind, name: { zh: key, en: key }, passages: 1 },
});

test('neighbours stand around the middle, inside the picture, those of one kind side by side', () => {
  const neighbours = [
    thing('a', 'model'),
    thing('p', 'provider'),
    thing('b', 'model'),
    thing('q', 'provider'),
  ];
  const { centre, around } = ringOf({ entity: thing('c', 'model'), neighbours }, 720, 480);
  expect([centre.x, centre.y]).toEqual([360, 240]);
  expect(around.map(({ key }) => key)).toEqual(['a', 'b', 'p', 'q']);
  expect(around.every(({ x, y }) => x > 0 && x < 720 && y > 0 && y < 480)).toBe(true);
  expect(around.map(({ anchor }) => anchor)).toEqual(['middle', 'start', 'middle', 'end']);
});

test('a long name is cut where the picture has no room, Chinese after half as many characters', () => {
  expect(shortName('qwen3.7-max')).toBe('qwen3.7-max');
  expect(shortName('Intelligent Media Services (ICE)')).toBe('Intelligent Media…');
  expect(shortName('云原生数据仓库 AnalyticDB')).toBe('云原生数据仓库 An…');
});
