import { expect, test } from 'vitest';
import { bareSubject, ownWords, type ParsedMail } from './mail.ts';
import { type MailContext, placeMail } from './place-mail.ts';
import { splitMbox } from './split-mbox.ts';

const mail = (more: Partial<ParsedMail> = {}): ParsedMail => ({
  ...{ messageId: '<1@x>', references: [], from: { name: '许岚', address: 'xu@yunxiu.example' } },
  ...{ to: [{ name: '', address: 'lin@seller.example' }], sentAt: null, subject: '关于报价', text: '' },
  ...{ attachments: [], ...more },
});
const deal = (id: string, title: string, contactIds: string[] = [], open = true) => ({
  ...{ id, clientId: 'yunxiu', title, open, contactIds },
});
const context = (deals: MailContext['deals'], threads: [string, string][] = []): MailContext => ({
  contacts: [{ id: 'xu', clientId: 'yunxiu', name: '许岚', email: 'Xu@yunxiu.example' }],
  ...{ deals, threads: new Map(threads) },
});
const placed = (one: ParsedMail, known: MailContext) => {
  const place = placeMail(one, known);
  return place.kind === 'deal' ? [place.dealId, place.direction] : place.candidates;
};

test('a mail goes by its thread, then by the deal its subject names, then by the only open deal', () => {
  const both = [deal('a', '分镜迁移到万相'), deal('b', '客服机器人试点')];
  expect(placed(mail({ references: ['<0@x>'] }), context(both, [['<0@x>', 'b']]))).toEqual(['b', 'in']);
  expect(placed(mail({ subject: 'Re: 分镜迁移到万相 报价' }), context(both))).toEqual(['a', 'in']);
  expect(placed(mail(), context([deal('a', '旧案', [], false), deal('b', '新案')]))).toEqual(['b', 'in']);
  expect(placed(mail(), context([deal('a', '一'), deal('b', '二', ['xu'])]))).toEqual(['b', 'in']);
});

test('what fits two deals or nobody waits for a person, with its candidates', () => {
  expect(placed(mail(), context([deal('a', '一'), deal('b', '二')]))).toEqual(['a', 'b']);
  expect(placed(mail({ from: { name: '', address: 'spam@x.example' } }), context([deal('a', '一')]))).toEqual(
    [],
  );
});

test('a mail that we wrote is ours', () => {
  const ours = mail({
    from: { name: '', address: 'lin@seller.example' },
    to: [{ name: '', address: 'xu@yunxiu.example' }],
  });
  expect(placed(ours, context([deal('a', '一')]))).toEqual(['a', 'out']);
});

test('only what the sender wrote is kept, not what stood below it', () => {
  expect(ownWords('好的，周五给您。\n\n在 2026年11月20日，林佩 写道：\n> 报价？')).toBe('好的，周五给您。');
  expect(ownWords('Fine.\n\nOn Tue, Nov 24, 2026 Lin Pei <l@x.example> wrote:\n> hi')).toBe('Fine.');
  expect(ownWords('行\n-----原始邮件-----\n发件人: a')).toBe('行');
  expect(ownWords('> only quoted')).toBe('> only quoted');
  expect(bareSubject('回复：Re: 答复: 报价')).toBe('报价');
});

test('a box is cut between messages, not at a “From” inside one', () => {
  const box = 'From a\nSubject: 1\n\nhi\nFrom here on\n\n>From escaped\n\nFrom b\r\nSubject: 2\r\n\r\nyes\n';
  const { messages } = splitMbox(Buffer.from(box), 10);
  expect(messages.map((one) => Buffer.from(one).toString().trim())).toEqual([
    'Subject: 1\n\nhi\nFrom here on\n\nFrom escaped',
    'Subject: 2\r\n\r\nyes',
  ]);
  expect(splitMbox(Buffer.from(box), 1)).toMatchObject({ more: true, messages: { length: 1 } });
});
