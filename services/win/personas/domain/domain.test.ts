import { describe, expect, test } from 'vitest';
import { readTraitsTask } from '../tasks/read-traits.ts';
import { compute } from './compute.ts';
import type { History, Interaction } from './history.ts';
import { linesOf } from './lines.ts';
import { nextMoment } from './moments.ts';
import { readClaims } from './reading/claims.ts';
import { isTheirs, ownWordsOf } from './reading/own-words.ts';
import { isProtected, withoutProtected } from './reading/protected.ts';
import { clockOf } from './statistics/circular.ts';
import { medianOf, probabilityAbove, wilson } from './statistics/proportion.ts';
import { answersIn } from './traits/answers.ts';

const xu = { contactId: '01970000-0000-7000-8000-000000000001', name: '许岚' };
const gao = { contactId: '01970000-0000-7000-8000-000000000002', name: '高屹' };
const ada = { contactId: '01970000-0000-7000-8000-000000000003', name: 'Ada Okafor' };
const ruth = { contactId: '01970000-0000-7000-8000-000000000004', name: 'Ruth Hale' };

describe('own words', () => {
  const email = { kind: 'email', direction: 'in', people: [xu] } as const;

  test('of a letter: without the letters below it, the signature and the device', () => {
    const text = '先试点。\n> 我们建议全量上线\n谢谢\n--\n许岚 技术副总裁\n发件人：王工\n想象一下';
    expect(ownWordsOf({ ...email, people: [xu], text }, xu)).toBe('先试点。\n谢谢');
    const english = 'Pilot first.\n\nOn Tue, 3 Nov 2026 at 10:00, Wang wrote:\n> Imagine the vision';
    expect(ownWordsOf({ ...email, people: [ada], text: english }, ada)).toBe('Pilot first.');
  });

  test('of a letter we wrote: none, whatever it says of them', () => {
    const said = { ...email, direction: 'out' as const, people: [xu], text: '许岚：“先试点。”' };
    expect(ownWordsOf(said, xu)).toBeNull();
  });

  test('of a letter from several: theirs who signed it, else nobody’s', () => {
    const people = [xu, gao];
    expect(ownWordsOf({ ...email, people, text: '先试点。\n高屹' }, gao)).toContain('先试点');
    expect(ownWordsOf({ ...email, people, text: '先试点。\n高屹' }, xu)).toBeNull();
    expect(ownWordsOf({ ...email, people, text: '先试点。' }, xu)).toBeNull();
    expect(ownWordsOf({ ...email, people, authorId: xu.contactId, text: '先试点。' }, xu)).toBe('先试点。');
    expect(ownWordsOf({ ...email, people, authorId: xu.contactId, text: '先试点。' }, gao)).toBeNull();
  });

  test('a letter that came in is an act of its writer, not of those in copy', () => {
    const copied = { ...email, people: [xu, gao], text: '先试点。', authorId: gao.contactId };
    expect([isTheirs(copied, xu), isTheirs(copied, gao)]).toEqual([false, true]);
    expect(isTheirs({ ...copied, direction: 'out', authorId: null }, xu)).toBe(true);
  });

  test('of a talk: what is attributed by name, and the turns of a transcript', () => {
    const talk = { kind: 'call', direction: 'in', people: [xu, gao] } as const;
    const text = '许岚：“排队超过十分钟编辑就会骂人。”希望看到报告。高屹说：“接口不够用。”';
    expect(ownWordsOf({ ...talk, people: [xu, gao], text }, xu)).toBe('排队超过十分钟编辑就会骂人。');
    expect(ownWordsOf({ ...talk, people: [xu, gao], text }, gao)).toBe('接口不够用。');
    const english = {
      ...talk,
      people: [ada, ruth],
      text: 'Ada: "I can take this to the board."\nRuth Hale: Half are balance questions.',
    };
    expect(ownWordsOf(english, ada)).toBe('I can take this to the board.');
    expect(ownWordsOf(english, ruth)).toBe('Half are balance questions.');
    const turns = [
      { contactId: null, text: 'Imagine!' },
      { contactId: ada.contactId, text: 'Bottom line?' },
    ];
    expect(ownWordsOf({ ...talk, people: [ada], text: '', turns }, ada)).toBe('Bottom line?');
    expect(ownWordsOf({ ...talk, kind: 'note', people: [xu], text: '对方想先试点' }, xu)).toBeNull();
  });
});

describe('statistics', () => {
  test('intervals and probabilities are those of the books', () => {
    const { low, high } = wilson(8, 10);
    expect([low, high].map((value) => value.toFixed(4))).toEqual(['0.4902', '0.9433']);
    expect(probabilityAbove(0.5, 3, 0)).toBeCloseTo(15 / 16, 10);
    expect(probabilityAbove(0.5, 6, 4)).toBeCloseTo(1486 / 2048, 10);
    expect(probabilityAbove(0.2, 0, 0)).toBeCloseTo(0.8, 10);
    expect(probabilityAbove(0.5, 2_000, 900)).toBeCloseTo(1, 6);
    expect(medianOf([5, 1, 3])?.value).toBe(3);
    expect(medianOf([])).toBeNull();
  });

  test('midnight is no border on the clock', () => {
    const night = clockOf([23, 23.5, 0.5, 1]);
    expect(night?.hour).toBeCloseTo(0, 5);
    expect(night?.spread).toBeLessThan(1.5);
    expect(clockOf([0, 6, 12, 18])?.chance).toBeGreaterThan(0.9);
    expect(clockOf([9, 9.5, 10, 9, 10, 9.2])?.chance).toBeLessThan(0.01);
  });

  test('an answer is timed from the first letter of a wait; reminders start none, silence counts after two weeks', () => {
    const at = (hour: number, direction: 'in' | 'out'): Interaction => ({
      ...{ id: String(hour), channel: 'email', direction, words: null },
      at: new Date(Date.UTC(2026, 9, 1, hour)),
    });
    const now = new Date(Date.UTC(2026, 10, 27));
    const answers = answersIn([at(0, 'out'), at(20, 'out'), at(26, 'in'), at(30, 'in'), at(600, 'out')], now);
    expect(answers.map(({ hours }) => hours)).toEqual([26, null]);
    expect(answersIn([at(0, 'out')], new Date(Date.UTC(2026, 9, 3)))).toEqual([]);
  });

  test('the next moment is that weekday and hour by their own clock', () => {
    const next = nextMoment('tue/9-11', 'Asia/Shanghai', new Date('2026-11-27T09:00:00Z'));
    expect(next?.toISOString()).toBe('2026-12-01T02:00:00.000Z');
    expect(nextMoment('whenever', 'Asia/Shanghai', new Date())).toBeNull();
  });
});

describe('reading', () => {
  const said = (text: string) =>
    readClaims({ id: 'a', text, form: 'letter' }).map(({ key, value }) => `${key}/${value}`);

  test('what hurts today is a pain, not an objection to us', () => {
    expect(said('现在这家太贵了，老板天天念。')).toContain('pain/cost');
    expect(said('现在这家太贵了，老板天天念。')).not.toContain('likely_objection/price');
    expect(said('你们这个报价太贵了，批不下来。')).toContain('likely_objection/price');
  });

  test('one letter is one vote for a value, however often it says so', () => {
    const claims = said('先试点。风险要可控。万一出事怎么回退？');
    expect(claims.filter((claim) => claim === 'risk/cautious')).toHaveLength(1);
  });

  test('protected sentences are left out, the others of the letter stay', () => {
    expect(withoutProtected('我怀孕了，下月休产假。先给我压测报告。')).toBe('先给我压测报告。');
    expect(isProtected('The race for capacity is on; my doctor disagrees')).toBe(true);
    for (const text of [
      '请给我压测报告。',
      '审计日志要保留三年。',
      'Please send the benchmark.',
      'We compare three vendors.',
    ])
      expect([text, isProtected(text)]).toEqual([text, false]);
  });

  test('a model’s claim counts only with words that stand there, a value of the list, and nothing protected', () => {
    const excerpts = [{ id: 'a', text: '先试点。我在化疗。', form: 'letter' as const }];
    const claim = { key: 'risk', value: 'cautious', activityId: 'a', quote: '先试点' } as const;
    const claims = [
      claim,
      { ...claim, quote: '从未说过' },
      { ...claim, value: 'catholic' },
      { ...claim, quote: '我在化疗' },
      { ...claim, activityId: 'b' },
      { ...claim, key: 'trend' as const, value: 'rising' },
    ];
    expect(readTraitsTask.accept?.({ claims }, { excerpts }).claims).toEqual([claim]);
  });
});

describe('a persona', () => {
  const history = (interactions: Interaction[]): History => ({
    ...{
      title: '',
      roles: [],
      timeZone: 'Asia/Shanghai',
      interactions,
      now: new Date('2026-11-27T09:00:00Z'),
    },
  });
  const letters = (texts: readonly string[]) =>
    texts.map((words, index) => ({
      ...{
        id: `01970000-0000-7000-8000-${String(index).padStart(12, '0')}`,
        channel: 'email',
        direction: 'in',
        words,
      },
      at: new Date(Date.UTC(2026, 10, 1 + index, 2)),
    })) satisfies Interaction[];
  const shown = (texts: readonly string[]) =>
    linesOf(compute(history(letters(texts))).traits, []).find(({ key }) => key === 'risk');

  test('confidence rises with what agrees and falls with what does not', () => {
    const cautious = '先小范围试点。';
    const open = '先跑起来再说。';
    const score = (texts: readonly string[]) => shown(texts)?.traits[0]?.confidence.score ?? 0;
    expect(score([cautious, cautious])).toBe(0);
    expect(score([cautious, cautious, cautious])).toBeCloseTo(0.89, 2);
    expect(score([cautious, cautious, cautious, cautious, open])).toBeCloseTo(0.85, 2);
    expect(score([cautious, cautious, open, open])).toBe(0);
    expect(shown([cautious, cautious])?.missing?.zh).toContain('至少需要 3 次');
  });

  test('nothing at all says nothing', () => {
    expect(compute(history([])).traits).toEqual([]);
  });
});
