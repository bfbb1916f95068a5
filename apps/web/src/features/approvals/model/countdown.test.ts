import { expect, test } from 'vitest';
import { countdown, shareGone } from './countdown';

const now = new Date('2026-11-26T02:00:00Z');

test.each([
  ['2026-11-26T02:00:59Z', '剩 0:59', '0:59 left', 'soon'],
  ['2026-11-26T03:30:00Z', '剩 1 小时 30 分', '1h 30m left', 'soon'],
  ['2026-11-28T05:00:00Z', '剩 2 天 3 小时', '2d 3h left', 'calm'],
  ['2026-11-26T01:48:00Z', '超时 12:00', '12:00 over', 'over'],
])('what is left until %s is said to the second where it matters', (due, zh, en, pressure) => {
  expect(countdown(due, now, 'zh')).toEqual({ text: zh, pressure });
  expect(countdown(due, now, 'en')).toEqual({ text: en, pressure });
});

test('the bar fills from start to end and not beyond', () => {
  const share = (at: string) => shareGone('2026-11-26T01:00:00Z', '2026-11-26T05:00:00Z', new Date(at));
  expect([
    share('2026-11-26T00:00:00Z'),
    share('2026-11-26T02:00:00Z'),
    share('2026-11-27T00:00:00Z'),
  ]).toEqual([...[0, 0.25, 1]]);
});
