import type { TimelineEntry } from '@tokenholic/contracts';
import { describe, expect, test } from 'vitest';
import { EVERYBODY, neighbour, sameFilter } from './filter';
import { dayNumber, deadline, shortAgo } from './moments';
import { toDays } from './timeline';

const now = new Date('2026-11-20T08:00:00');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString();

describe('moments', () => {
  test('are as short as the list allows', () => {
    expect(shortAgo(later(-0.2), now, 'zh')).toBe('12 分钟');
    expect(shortAgo(later(-5), now, 'en')).toBe('5h');
    expect(shortAgo(later(-50), now, 'zh')).toBe('2 天');
    expect(shortAgo(later(0), now, 'zh')).toBe('刚刚');
  });

  test('a deadline says what is left, and how much it presses', () => {
    expect(deadline(later(2), now, 'zh')).toEqual({ text: '剩 2 小时', pressure: 'soon' });
    expect(deadline(later(7), now, 'zh')).toEqual({ text: '今天 15:00', pressure: 'soon' });
    expect(deadline(later(20), now, 'en')).toEqual({ text: 'Tomorrow', pressure: 'later' });
    expect(deadline(later(-30), now, 'en')).toEqual({ text: '1d late', pressure: 'overdue' });
  });

  test('the first day at a stage is day 1', () => {
    expect(dayNumber(later(-1), now)).toBe(1);
    expect(dayNumber(later(-25), now)).toBe(2);
  });
});

function entry(id: string, type: string, hours: number, form: 'card' | 'line' = 'line'): TimelineEntry {
  const title = { zh: type, en: type };
  return {
    id,
    type,
    form,
    kind: 'research',
    title,
    text: null,
    actor: 'system',
    shares: null,
    taskId: null,
    occurredAt: later(hours),
  };
}

test('a run of the same routine event is one line; a card is never folded', () => {
  const days = toDays([
    entry('4', 'map.drawn', -1, 'card'),
    entry('3', 'research.progressed', -2),
    entry('2', 'research.progressed', -2.1),
    entry('1', 'research.started', -30),
  ]);
  expect(days.map((day) => day.entries.map(({ entry: { id }, others }) => [id, others.length]))).toEqual([
    [
      ['4', 0],
      ['3', 1],
    ],
    [['1', 0]],
  ]);
});

test('moving through the list stops at its ends', () => {
  expect(neighbour(['a', 'b'], undefined, 1)).toBe('a');
  expect(neighbour(['a', 'b'], 'a', 1)).toBe('b');
  expect(neighbour(['a', 'b'], 'b', 1)).toBe('b');
  expect(neighbour([], 'b', -1)).toBeUndefined();
});

test('a saved view is recognised when its filter is in force', () => {
  expect(sameFilter(EVERYBODY, { ...EVERYBODY, search: ' ' })).toBe(true);
  expect(sameFilter(EVERYBODY, { ...EVERYBODY, stage: 'sales' })).toBe(false);
});
