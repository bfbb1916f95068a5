import { expect, test } from 'vitest';
import { actionItems } from './action-items.ts';
import { dueOf } from './due-date.ts';
import { readNotes, textOf } from './read-notes.ts';
import { speakersOf } from './speakers.ts';

const VTT = `WEBVTT

1
00:00:01.000 --> 00:00:04.000
<v Ana Ruiz>We saw the benchmark.</v>

2
00:00:04.500 --> 00:00:09.000
<v Ana Ruiz>Latency is fine.</v>

00:30:00.000 --> 00:31:02.000
<v Lin Pei>I'll send the security questionnaire by Friday.</v>`;

test('WebVTT, SubRip and the text of meeting programs come out as turns', () => {
  expect(readNotes(VTT)).toEqual({
    format: 'vtt',
    minutes: 31,
    turns: [
      { speaker: 'Ana Ruiz', text: 'We saw the benchmark. Latency is fine.' },
      { speaker: 'Lin Pei', text: "I'll send the security questionnaire by Friday." },
    ],
  });
  const srt =
    '1\r\n00:00:01,000 --> 00:00:02,000\r\n许岚：先看并发。\r\n\r\n2\r\n00:01:30,000 --> 00:02:00,000\r\n好的\r\n';
  expect(readNotes(srt)).toEqual({
    ...{ format: 'srt', minutes: 2 },
    turns: [
      { speaker: '许岚', text: '先看并发。' },
      { speaker: null, text: '好的' },
    ],
  });
  const tencent = '许岚(云岫短剧) 00:01:20\n晚高峰要撑住 300 路。\n\n林佩 00:02:05\n我明天发压测方案。';
  expect(readNotes(tencent).turns).toEqual([
    { speaker: '许岚(云岫短剧)', text: '晚高峰要撑住 300 路。' },
    { speaker: '林佩', text: '我明天发压测方案。' },
  ]);
  expect(
    readNotes('[00:12] 许岚：可以\n结论：先试点\nhttps://a.example').turns.map(({ speaker }) => speaker),
  ).toEqual([...['许岚', null, null]]);
});

test('marks of a hostile transcript are taken out and nothing is lost in between', () => {
  const text = textOf(
    readNotes('WEBVTT\n\n00:01.000 --> 00:02.000\n<v Eve><script>x</script><b>hi</b> there').turns,
  );
  expect(text).toBe('Eve：xhi there');
});

test('speakers become contacts where one fits, and stay names where none or two do', () => {
  const contacts = [
    { id: 'a', name: 'Ana Ruiz' },
    { id: 'b', name: '许岚' },
    { id: 'c', name: 'Tom Chan' },
    { id: 'd', name: 'Tom Lee' },
  ];
  const turns = ['ana ruiz', '许岚（云岫短剧）', 'Tom', '林佩'].map((speaker) => ({ speaker, text: 'xxxx' }));
  expect(
    Object.fromEntries(speakersOf(turns, contacts).map(({ name, contactId }) => [name, contactId])),
  ).toEqual({
    'ana ruiz': 'a',
    '许岚（云岫短剧）': 'b',
    Tom: null,
    林佩: null,
  });
});

/** Held apart from the rules: a sentence and whether somebody takes something on in it. */
const SENTENCES: readonly (readonly [string, boolean])[] = [
  ["I'll send the security questionnaire by Friday.", true],
  ['Could you share the current token bills?', true],
  ['We will set up a sandbox for your team next week.', true],
  ["Let's schedule a call with procurement.", true],
  ['Please introduce us to whoever signs the contract.', true],
  ['We need to review the contract with legal.', true],
  ['The latency was fine in the test.', false],
  ['We will see how the market develops.', false],
  ["I think that's a fair price.", false],
  ['We already sent the report.', false],
  ["We won't sign before the audit.", false],
  ['我明天把压测方案发给您。', true],
  ['请您这边提供一下近三个月的调用量。', true],
  ['我们下周三前出一份报价。', true],
  ['麻烦约一下法务的同事。', true],
  ['我们会安排架构师和你们对接。', true],
  ['你们能不能先提交一份安全问卷？', true],
  ['晚高峰并发是关键。', false],
  ['我们会看看再说。', false],
  ['价格比火山贵一点。', false],
  ['报告我们已经提供了。', false],
  ['这个不用准备。', false],
];

test('promises and requests are told from talk, in both languages', () => {
  const wrong = SENTENCES.filter(([sentence, is]) => actionItems(sentence, '2026-11-25').length > 0 !== is);
  expect(wrong).toEqual([]);
});

test('an action keeps the words it rests on, whose it is and when it is due', () => {
  expect(
    actionItems(
      'Lin Pei: Okay, I will send the quote by Friday.\nAna: Could you test the sandbox?',
      '2026-11-25',
    ),
  ).toEqual([
    {
      title: 'I will send the quote by Friday',
      quote: 'Okay, I will send the quote by Friday.',
      ...{ who: 'Lin Pei', dueOn: '2026-11-27' },
    },
    { title: 'Could you test the sandbox?', quote: 'Could you test the sandbox?', who: null, dueOn: null },
  ]);
});

test.each([
  ['by Friday', '2026-11-27'],
  ['next Monday', '2026-11-30'],
  ['tomorrow', '2026-11-26'],
  ['by 3 December', '2026-12-03'],
  ['before Jan 5', '2027-01-05'],
  ['within 3 days', '2026-11-28'],
  ['周五之前', '2026-11-27'],
  ['下周三', '2026-12-02'],
  ['12月3日', '2026-12-03'],
  ['两天内', '2026-11-27'],
  ['月底', '2026-11-30'],
  ['some day', null],
])('said on Wednesday, 25 November 2026: %s', (text, due) => {
  expect(dueOf(text, '2026-11-25')).toBe(due);
});
