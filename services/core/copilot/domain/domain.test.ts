import { formatCursor, parseCursor } from '@tokenholic/kit';
import { describe, expect, test } from 'vitest';
import { composeDraft } from './compose-draft.ts';
import { describeEvent } from './describe-event.ts';
import { addSign, healthOf } from './health.ts';
import { addHeat, firstHeat, removeHeat } from './heat.ts';
import { advanceVisit } from './visit.ts';

const at = (text: string) => new Date(`2026-11-20T${text}:00Z`);

describe('attention', () => {
  test('keeps its order however much time goes by, and newer events of the same weight stand higher', () => {
    const older = addHeat(firstHeat(at('01:00')), 2, at('02:00'));
    const newer = addHeat(firstHeat(at('01:00')), 2, at('09:00'));
    expect(newer).toBeGreaterThan(older);
  });

  test('a heavy event of yesterday stands above a light one of today', () => {
    const heavy = addHeat(firstHeat(at('00:00')), 3, new Date('2026-11-19T09:00:00Z'));
    const light = addHeat(firstHeat(at('00:00')), 0.5, at('09:00'));
    expect(heavy).toBeGreaterThan(light);
  });

  test('answering an event takes its weight away again', () => {
    const before = addHeat(firstHeat(at('01:00')), 1, at('02:00'));
    const after = removeHeat(addHeat(before, 3, at('03:00')), 3, at('03:00'));
    expect(after).toBeCloseTo(before, 6);
  });
});

describe('health', () => {
  const none = { good: 0, bad: 0, at: at('00:00') };

  test('stands at 60 while nothing is known', () => {
    expect(healthOf(none)).toBe(60);
  });

  test('bad news weighs more than good and fades by half in a fortnight', () => {
    const bad = addSign(none, -1, at('01:00'));
    expect(healthOf(bad)).toBe(36);
    expect(healthOf(addSign(none, 1, at('01:00')))).toBe(76);
    expect(addSign(bad, 0, new Date('2026-12-04T01:00:00Z')).bad).toBeCloseTo(0.5, 6);
  });
});

describe('events', () => {
  test('a failed run is a card with a task; starting again answers it', () => {
    const failed = describeEvent({
      topic: 'research_events',
      type: 'research.ended',
      payload: { runId: 'r', status: 'failed', code: 'research.no_pages' },
    });
    expect([failed.form, failed.notice, failed.tasks[0]?.key]).toEqual([
      'card',
      'warning',
      'research.failed',
    ]);
    const started = describeEvent({
      topic: 'research_events',
      type: 'research.started',
      payload: { runId: 's' },
    });
    expect(started.answers).toContain('research.failed');
  });

  test('an event nobody has words for is shown by its topic, its name and what its payload says', () => {
    const quote = describeEvent({
      topic: 'deal_events',
      type: 'quote.approval_requested',
      payload: { title: { zh: '框架价 8.2 折', en: 'Framework price, 18% off' } },
    });
    expect(quote).toMatchObject({ kind: 'win', form: 'card', title: { en: 'Framework price, 18% off' } });
    expect(quote.tasks).toHaveLength(1);
    const strange = describeEvent({ topic: 'lantern_events', type: 'lantern.lit', payload: 7 });
    expect(strange).toMatchObject({ kind: 'other', form: 'line', title: { en: 'Lantern lit' }, tasks: [] });
  });
});

describe('a visit', () => {
  test('goes on while the person is there and starts anew after half an hour', () => {
    const first = advanceVisit(null, at('01:00'));
    expect(first.awaySince.toISOString()).toBe('2026-11-13T01:00:00.000Z');
    const on = advanceVisit(first, at('01:20'));
    expect(on.awaySince).toEqual(first.awaySince);
    expect(advanceVisit(on, at('03:00')).awaySince).toEqual(at('01:20'));
  });
});

test('a cursor that this list never gave out is read as none', () => {
  const id = '01970000-0000-7000-8000-00000000c001';
  expect(parseCursor(formatCursor(1.5, id))).toEqual({ value: 1.5, id });
  for (const rubbish of ['', 'x', 'W10', Buffer.from('{"a":1}').toString('base64url')])
    expect(parseCursor(rubbish)).toBeNull();
});

test('a letter to the client says nothing internal; a hand-off note does', () => {
  const facts = {
    tone: 'formal' as const,
    language: 'zh' as const,
    intent: '',
    author: '林佩',
    client: '云岫短剧',
    stage: 'sales' as const,
    opportunity: '¥2,823 万',
    openTasks: ['按战图跟客户谈迁移方案'],
    events: [{ id: 'e', at: '2026年11月20日', title: 'Token 战图更新到版本 7', text: '' }],
  };
  const letter = composeDraft({ ...facts, kind: 'email' });
  expect(letter.body).not.toContain('2,823');
  expect(letter.body).toContain('林佩');
  const note = composeDraft({ ...facts, kind: 'handoff_note' });
  expect(note.body).toContain('¥2,823 万');
  expect(note.body).toContain('按战图跟客户谈迁移方案');
});

describe('a shared map', () => {
  const opened = (views: number) =>
    describeEvent({
      topic: 'battlemap_events',
      type: 'map.share_opened',
      payload: { linkId: '01970000-0000-7000-8000-0000000000e1', views },
    });

  test('asks for an answer when it is first opened, and is only told from then on', () => {
    expect(opened(1)).toMatchObject({ form: 'card', tasks: [{ rule: 'follow_up_share' }] });
    expect(opened(2)).toMatchObject({ form: 'line', tasks: [] });
  });
});
