import type { NoticePreferences } from '@tokenholic/contracts';
import { expect, test } from 'vitest';
import { outcomeOf } from './answers.ts';
import { slackBody, teamsBody } from './chat.ts';
import { noticeKindOf } from './kinds.ts';
import { mailOf } from './mail.ts';
import { completed, USUAL_PREFERENCES } from './preferences.ts';
import { isQuiet, mailTime, nextClock, nextTry, nextTurn, popsUp } from './timing.ts';
import { cut, fold, type Told } from './words.ts';

const at = (text: string) => new Date(text);
const night: NoticePreferences = {
  ...USUAL_PREFERENCES,
  quiet: { from: '22:00', to: '07:00' },
  timeZone: 'Asia/Shanghai',
};
const escalation = { kind: 'escalation', level: 'critical' } as const;
const approval = { kind: 'approval', level: 'warning' } as const;

test('quiet hours go over midnight, in the time zone of the person', () => {
  const quietAt = (time: string) => isQuiet(night, at(time));
  // 21:59, 22:00, 06:59 and 07:00 in Shanghai, which is eight hours ahead.
  expect(
    ['2026-11-27T13:59:00Z', '2026-11-27T14:00:00Z', '2026-11-27T22:59:00Z', '2026-11-27T23:00:00Z'].map(
      quietAt,
    ),
  ).toEqual([false, true, true, false]);
  expect(isQuiet({ ...night, quiet: { from: '12:00', to: '13:00' } }, at('2026-11-27T04:30:00Z'))).toBe(true);
});

test('mail in quiet hours waits for their end; what is critical does not, unless the person wants it so', () => {
  const now = at('2026-11-27T15:00:00Z');
  const end = at('2026-11-27T23:00:00Z');
  expect(mailTime(night, approval, now)).toEqual(end);
  expect(mailTime(night, escalation, now)).toEqual(now);
  expect(mailTime({ ...night, criticalAlways: false }, escalation, now)).toEqual(end);
  expect(mailTime(night, { kind: 'research', level: 'info' }, now)).toBeNull();
  expect([
    popsUp(night, approval, now),
    popsUp(night, escalation, now),
    popsUp(night, approval, end),
  ]).toEqual([false, true, true]);
});

test('a daily mail leaves at its hour, also on the days on which the clocks are changed', () => {
  const daily = completed({
    ...night,
    timeZone: 'Europe/Berlin',
    kinds: { ...night.kinds, approval: { popUp: true, mail: 'daily' } },
  });
  expect(mailTime(daily, approval, at('2026-03-28T12:00:00Z'))).toEqual(at('2026-03-29T07:00:00Z'));
  expect(mailTime(daily, approval, at('2026-03-27T12:00:00Z'))).toEqual(at('2026-03-28T08:00:00Z'));
  expect(nextClock(at('2026-10-24T12:00:00Z'), '09:00', 'Europe/Berlin')).toEqual(at('2026-10-25T08:00:00Z'));
  expect(nextClock(at('2026-11-27T01:00:00Z'), '09:00', 'Asia/Shanghai')).toEqual(at('2026-11-28T01:00:00Z'));
});

test('a kind that came after somebody saved their settings is told as usual', () => {
  const { deal: _later, ...before } = USUAL_PREFERENCES.kinds;
  const stored = JSON.parse(JSON.stringify({ ...USUAL_PREFERENCES, kinds: before }));
  expect(completed(stored).kinds.deal).toEqual(USUAL_PREFERENCES.kinds.deal);
});

test('tries come further and further apart, and not before the other side wants one', () => {
  const now = at('2026-11-27T00:00:00Z');
  const seconds = (attempts: number, after: number | null = null) =>
    (nextTry(attempts, now, after).getTime() - now.getTime()) / 1_000;
  expect([1, 2, 3, 8, 20].map((attempts) => seconds(attempts))).toEqual([30, 60, 120, 3_600, 3_600]);
  expect(seconds(1, 90)).toBe(90);
});

test('messages to one receiver are some seconds apart', () => {
  const now = at('2026-11-27T00:00:10Z');
  expect(nextTurn('slack', at('2026-11-27T00:00:05Z'), now)).toEqual(at('2026-11-27T00:00:15Z'));
  expect(nextTurn('slack', at('2026-11-26T00:00:00Z'), now)).toEqual(now);
  expect(nextTurn('slack', null, now)).toEqual(now);
});

test('an answer tells whether another try can help', () => {
  expect(outcomeOf(200, 'ok', undefined)).toEqual({ kind: 'taken', text: 'HTTP 200 ok' });
  expect(outcomeOf(202, '', undefined).kind).toBe('taken');
  expect(outcomeOf(429, 'rate_limited', '30')).toMatchObject({ kind: 'later', retryAfterSeconds: 30 });
  expect(outcomeOf(503, 'x', 'Wed, 21 Oct 2026 07:28:00 GMT')).toMatchObject({ retryAfterSeconds: null });
  expect(outcomeOf(404, 'no_service', undefined)).toEqual({ kind: 'refused', text: 'HTTP 404 no_service' });
  expect(outcomeOf(302, '', undefined).kind).toBe('refused');
});

test('events fall into the kinds people choose by', () => {
  expect(noticeKindOf('copilot_events', 'task.overdue')).toBe('deadline');
  expect(noticeKindOf('client_events', 'client.handoff_proposed')).toBe('handoff');
  expect(noticeKindOf('budget_events', 'budget.spent')).toBe('budget');
  expect(noticeKindOf('battlemap_events', 'map.drawn')).toBe('map');
  expect(noticeKindOf('persona_events', 'persona.built')).toBe('other');
});

const link = 'https://t.example/copilot';
const one: Told = {
  level: 'critical',
  kind: 'escalation',
  client: '云岫短剧',
  text: { zh: '升级：<!channel> *今天*回电 & [点这里](http://evil.example)', en: 'Escalated' },
  link: `${link}?client=c1`,
};
const many = (count: number): Told[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ level: 'info', kind: 'map', client: null, text: null, link },
    ...(index === count - 1 ? one : {}),
  }));

test('many notices become one message: the most serious first, the rest as a number', () => {
  const message = fold('en', many(12), link);
  expect([message.lines.length, message.more, message.lines[0]?.level]).toEqual([5, 7, 'critical']);
  expect(JSON.stringify(slackBody(message))).toContain('7 more');
  expect(mailOf(message, 'https://t.example/settings/notices')).toMatchObject({
    subject: '12 notifications',
  });
});

test('what people typed is text to Slack and to Teams, never a link, a mention or a heading', () => {
  const message = fold('zh', [one], link);
  expect(slackBody(message)).toMatchObject({
    blocks: [
      { type: 'header', text: { type: 'plain_text' } },
      { type: 'section', text: { type: 'mrkdwn', text: expect.stringContaining('&lt;!channel&gt;') } },
      { type: 'context' },
    ],
  });
  const card = JSON.stringify(teamsBody(message));
  expect(card).toContain('\\\\[点这里\\\\]\\\\(http://evil.example\\\\)');
  expect(card).toContain('application/vnd.microsoft.card.adaptive');
});

test('without leave to say more, a message names what happened and neither client nor words', () => {
  const bare = JSON.stringify(slackBody(fold('en', [{ ...one, client: null, text: null }], link)));
  expect(bare).toContain('Critical · Escalation');
  expect(bare).not.toContain('云岫');
});

test('the longest text that Slack may get stays below what it takes', () => {
  const long = { ...one, text: { zh: '&'.repeat(9_000), en: '' } };
  const { blocks } = slackBody(fold('zh', [long], link)) as { blocks: { text?: { text: string } }[] };
  expect(Math.max(...blocks.map(({ text }) => text?.text.length ?? 0))).toBeLessThan(3_000);
  expect(blocks[0]?.text?.text.length).toBeLessThanOrEqual(150);
  expect(cut('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 13)).toBe('👩‍👩‍👧‍👦…');
});

test('a name with line breaks forges no line of a mail', () => {
  const { subject, body } = mailOf(
    fold('en', [{ ...one, client: 'A\r\nBcc: x@evil.example', text: null }], link),
    link,
  );
  expect(subject).toBe('Critical · A Bcc: x@evil.example · Escalation');
  expect(body).not.toContain('\nBcc');
});
