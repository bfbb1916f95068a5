import type { ProfileAspect } from '@tokenholic/contracts';
import { reference } from '@tokenholic/reference';
import { expect, test } from 'vitest';
import { buildGazetteer, type ReadablePage } from '../analysis/index.ts';
import { readProfile } from './read-profile.ts';

const gazetteer = buildGazetteer(reference);
const page = (
  text: string,
  sourceKind: ReadablePage['sourceKind'] = 'website',
  id = 'e001',
): ReadablePage => ({
  ...{
    id: `01970000-0000-7000-8000-00000000${id}`,
    title: 'About',
    url: 'https://harbourline.example/about',
  },
  ...{ sourceKind, date: '2026-10-01', text },
});
const textsOf = (pages: ReadablePage[], name: string, aspect: ProfileAspect) =>
  readProfile(pages, name, gazetteer)
    .filter((statement) => statement.aspect === aspect)
    .map(({ text }) => text);

const english = page(`# About us
Harbourline Logistics is a freight forwarding company headquartered in Rotterdam. We employ 4,200 employees in 31 countries.
The company raised 80 million euros in a Series C funding round in 2024. We earn our money from a commission on each booking.
Our platform runs on Kubernetes and Kafka; the services are written in Java and Python.
Clerks type customs declarations by hand, and it takes two days before a shipment is cleared.
Our claims team struggles with a backlog of 9,000 e-mails.
Customs declarations used to be checked manually, which is over. Until last year invoices were typed by hand.
Rival Seastar has 900 employees.`);

const chinese = page(`云岫短剧是一家专注短剧和漫剧的内容公司，成立于2021年，现有员工860名。
公司去年完成了 B 轮融资。收入主要来自付费解锁和广告分成。
后端用 Golang，数据在 ClickHouse 里，推理用 vLLM 部署在 H20 上。
目前字幕校对靠人工审核，逐条检查非常耗时。审核人手不足，旺季积压两天。
- 小语种会话的投诉率最低。去年底视频生成还靠几个人手工提交。`);

test('a company is described by what the pages say that it is, in their words', () => {
  expect(textsOf([english], 'Harbourline Logistics', 'description')).toEqual([
    'Harbourline Logistics is a freight forwarding company headquartered in Rotterdam.',
  ]);
  expect(textsOf([chinese], '云岫短剧', 'description')[0]).toContain('专注短剧和漫剧');
});

test('size, money and how it earns are told with the sentence that says so', () => {
  expect(textsOf([english], 'Harbourline Logistics', 'size')[0]).toContain('4,200 employees');
  expect(textsOf([english], 'Harbourline Logistics', 'funding')[0]).toContain('Series C');
  expect(textsOf([english], 'Harbourline Logistics', 'business_model')[0]).toContain('commission');
  expect(textsOf([chinese], '云岫短剧', 'funding')[0]).toContain('B 轮');
  expect(textsOf([chinese], '云岫短剧', 'business_model')[0]).toContain('付费解锁');
});

test('technologies are named once, however they are written', () => {
  expect(textsOf([english], 'Harbourline Logistics', 'tech_stack').sort()).toEqual([
    'Java',
    'Kafka',
    'Kubernetes',
    'Python',
  ]);
  expect(textsOf([chinese], '云岫短剧', 'tech_stack').sort()).toEqual([
    'ClickHouse',
    'Go',
    'NVIDIA H20',
    'vLLM',
  ]);
});

test('what hurts and what is done by hand is found; what is over is not', () => {
  expect(textsOf([english], 'Harbourline Logistics', 'pain_point').join()).toContain('backlog of 9,000');
  const byHand = textsOf([english], 'Harbourline Logistics', 'automation');
  expect(byHand).toHaveLength(1);
  expect(byHand[0]).toContain('Clerks type customs declarations by hand');
  expect(textsOf([chinese], '云岫短剧', 'automation').join()).toContain('人工审核');
  expect(textsOf([chinese], '云岫短剧', 'automation').join()).not.toContain('去年底');
  expect(textsOf([chinese], '云岫短剧', 'pain_point').join()).not.toContain('投诉率最低');
});

test('another company’s size is not the client’s', () => {
  expect(textsOf([english], 'Harbourline Logistics', 'size').join()).not.toContain('Seastar');
});

test('the same statement on two pages is one, and surer', () => {
  const [once] = readProfile([chinese], '云岫短剧', gazetteer);
  const [twice] = readProfile([chinese, page(chinese.text, 'website', 'e002')], '云岫短剧', gazetteer);
  expect(twice?.key).toBe(once?.key);
  expect(twice?.quotes).toHaveLength(2);
  expect(twice?.confidence.score).toBeGreaterThan(once?.confidence.score ?? 1);
});

test('every quote stands in its page where it says', () => {
  for (const { quotes } of readProfile([english, chinese], '云岫短剧', gazetteer))
    for (const quote of quotes) {
      const text = [english, chinese].find(
        ({ id, text: all }) => id === quote.pageId && all.includes(quote.text),
      );
      expect(text?.text.slice(quote.start, quote.end)).toBe(quote.text);
    }
});
