import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { reference } from './index.ts';
import { sampleClients } from './samples.ts';

const frontMatter =
  /^---\ntitle: (.+)\nurl: (https:\/\/\S+\.example\/\S*)\ndate: (2026-\d\d-\d\d)\nkind: (website|blog|news|jobs|github)\n---\n/;
const all = reference.models.flatMap((model) => model.aliases.map((alias) => alias.toLowerCase()));
const providerNames = reference.providers.flatMap((provider) => provider.aliases);

test('five sample clients have stable ids that the product accepts and addresses nobody owns', () => {
  const clients = sampleClients();
  expect(clients.map((client) => client.name)).toEqual([
    '云岫短剧',
    'Northgate Bank',
    '北辰医药',
    'Harbourline Logistics',
    '橙湾出行',
  ]);
  expect(new Set(clients.map((client) => client.id)).size).toBe(5);
  for (const client of clients) {
    expect(z.uuidv7().safeParse(client.id).success).toBe(true);
    expect(new URL(client.website).hostname).toMatch(/\.example$/);
  }
});

describe.each(sampleClients())('$name', ({ files, language }) => {
  test('has five to nine pages, each with title, address, date and kind', () => {
    expect(files.length).toBeGreaterThanOrEqual(5);
    expect(files.length).toBeLessThanOrEqual(9);
    expect(files.filter((file) => !frontMatter.test(file.text)).map((file) => file.fileName)).toEqual([]);
  });

  test('is written at the length of real pages and in its own language', () => {
    for (const { text, fileName } of files) {
      const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
      const words = text.match(/[A-Za-z]+/g)?.length ?? 0;
      expect(language === 'zh' ? han : words, fileName).toBeGreaterThanOrEqual(150);
      if (language === 'en') expect(han, fileName).toBe(0);
    }
  });

  test('names clouds, and models the reference knows', () => {
    const text = files.map((file) => file.text).join('\n');
    const lower = text.toLowerCase();
    expect(all.filter((alias) => lower.includes(alias)).length).toBeGreaterThanOrEqual(5);
    expect(providerNames.filter((name) => text.includes(name)).length).toBeGreaterThanOrEqual(2);
  });

  test('holds sentences that only seem to be evidence: plans, ends, comparisons, rumours', () => {
    const text = files.map((file) => file.text).join('\n');
    const [planned, ended, compared, rumoured] =
      language === 'zh'
        ? [/计划/, /停用|下线/, /相比|对比/, /传闻|猜测|推测|分析认为/]
        : [
            /plan to|intend to|planned/i,
            /retired|switched off|ended|stopped/i,
            /compared/i,
            /rumour|reports that/i,
          ];
    for (const pattern of [planned, ended, compared, rumoured]) expect(text).toMatch(pattern ?? /$^/);
  });
});
