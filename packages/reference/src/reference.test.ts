import { expect, test } from 'vitest';
import {
  industryById,
  modelById,
  modelsServedBy,
  providerById,
  reference,
  SELF_HOSTED,
  UNKNOWN_PROVIDER,
  useCaseById,
} from './index.ts';

const ids = (items: readonly { id: string }[]) => items.map((item) => item.id);
const known = (items: readonly { id: string }[]) => new Set(ids(items));
const missing = (used: readonly string[], there: ReadonlySet<string>) => used.filter((id) => !there.has(id));

const withId = {
  providers: reference.providers,
  models: reference.models,
  useCases: reference.useCases,
  industries: reference.industries,
  benchmarks: reference.benchmarks,
  companies: reference.companies,
  cases: reference.cases,
  products: reference.products,
  comparisons: reference.comparisons,
};

const sources = [
  ...reference.providers.map((row) => row.source),
  ...reference.models.flatMap((row) => [row.source, ...row.prices.map((price) => price.source)]),
  ...reference.useCases.map((row) => row.source),
  ...reference.benchmarks.map((row) => row.source),
  ...reference.companies.flatMap((row) => row.workloads.map((workload) => workload.source)),
  ...reference.cases.map((row) => row.source),
  ...reference.products.map((row) => row.source),
  ...reference.comparisons.map((row) => row.source),
  reference.exchangeRate.source,
];

test.each(Object.entries(withId))('%s parse, are not empty and have unique ids', (_, rows) => {
  expect(rows.length).toBeGreaterThan(0);
  expect(known(rows).size).toBe(rows.length);
});

test('models, use cases, companies and cases refer only to what exists', () => {
  const providers = known(reference.providers);
  const useCases = known(reference.useCases);
  const industries = known(reference.industries);
  const workloads = reference.companies.flatMap((company) => company.workloads);
  const usedProviders = [
    ...reference.models.flatMap((model) => [
      model.makerId,
      ...model.servedBy,
      ...model.prices.map((price) => price.providerId),
    ]),
    ...reference.benchmarks.flatMap((benchmark) => benchmark.providerId ?? []),
    ...workloads.flatMap((workload) => workload.providerIds),
    ...reference.cases.flatMap((study) => study.providerIds),
    ...reference.comparisons.map((comparison) => comparison.competitorId),
  ];
  const usedUseCases = [
    ...workloads.map((workload) => workload.useCaseId),
    ...reference.cases.flatMap((study) => study.useCaseIds),
    ...reference.products.flatMap((product) => product.useCaseIds),
  ];
  const usedIndustries = [
    ...reference.useCases.flatMap((useCase) => useCase.industries),
    ...reference.companies.flatMap((company) => company.industryIds),
    ...reference.cases.map((study) => study.industryId),
  ];
  const usedModels = reference.useCases.flatMap((useCase) => useCase.ourModelIds);
  expect(missing(usedProviders, providers)).toEqual([]);
  expect(missing(usedUseCases, useCases)).toEqual([]);
  expect(missing(usedIndustries, industries)).toEqual([]);
  expect(missing(usedModels, known(reference.models))).toEqual([]);
});

test('each use case has a volume model whose benchmarks exist', () => {
  const benchmarks = known(reference.benchmarks);
  expect(reference.volumeModels.map((model) => model.useCaseId).sort()).toEqual(
    ids(reference.useCases).sort(),
  );
  for (const model of reference.volumeModels) {
    const used = [model.benchmarkId, ...model.drivers.map((driver) => driver.benchmarkId)].filter(
      (id) => id !== null,
    );
    expect(missing(used, benchmarks)).toEqual([]);
    for (const { value } of model.drivers)
      expect(value.low <= value.mid && value.mid <= value.high).toBe(true);
  }
});

test('no record cites a mirror site', () => {
  expect(JSON.stringify(reference)).not.toMatch(
    /dbgt\.com\.cn|hongkongdollleak|warcraftmovie|senqingzn|nshx\.cn/,
  );
});

test('every record names its source, its date and how far it can be trusted', () => {
  expect(sources.filter((source) => source.title.trim() === '' || source.asOf === null)).toEqual([]);
  expect(sources.filter((source) => source.url === null && source.confidence !== 'low')).toEqual([
    providerById(UNKNOWN_PROVIDER)?.source,
  ]);
});

test('every name a person reads stands in both languages', () => {
  const names = [
    ...reference.providers.map((row) => row.name),
    ...reference.useCases.map((row) => row.name),
    ...reference.industries.map((row) => row.name),
    ...reference.benchmarks.map((row) => row.subject),
    ...reference.companies.map((row) => row.name),
    ...reference.cases.map((row) => row.company),
    ...reference.products.map((row) => row.name),
  ];
  expect(names.filter((name) => name.zh.trim() === '' || name.en.trim() === '')).toEqual([]);
  const translated = [...reference.useCases, ...reference.industries].map((row) => row.name);
  expect(
    translated.filter((name) => !/\p{Script=Han}/u.test(name.zh) || /\p{Script=Han}/u.test(name.en)),
  ).toEqual([]);
});

test('each industry can be recognised by six words or more in each language', () => {
  expect(
    reference.industries.filter(({ keywords }) => keywords.zh.length < 6 || keywords.en.length < 6),
  ).toEqual([]);
});

test('no name that is safe to recognise alone belongs to two providers or two models', () => {
  for (const rows of [reference.providers, reference.models]) {
    const names = rows.flatMap((row) => [...new Set(row.aliases.map((alias) => alias.toLowerCase()))]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  }
});

test('a company name that says nothing about AI is not enough to recognise its cloud', () => {
  const alone = new Set(reference.providers.flatMap((provider) => provider.aliases));
  const weak = [
    '阿里',
    '腾讯',
    '百度',
    '字节',
    '华为',
    '微软',
    'Microsoft',
    'Google',
    'Amazon',
    'Meta',
    'Wan',
  ];
  expect(weak.filter((name) => alone.has(name))).toEqual([]);
  expect(providerById('tencent')?.contextAliases).toContain('腾讯');
});

test('a text that names a family without a version finds the family, which has no list price', () => {
  const doubao = reference.models.find((model) => model.aliases.includes('豆包'));
  expect(doubao).toMatchObject({ id: 'doubao', familyOnly: true, makerId: 'volcengine', prices: [] });
});

test('unknown is a provider of its own, and a price that was not found stays unknown', () => {
  expect(providerById('unknown')?.group).toBe('unknown');
  expect(modelById('doubao-seedream-4.0')?.prices).toEqual([]);
});

test('the same model sold on two platforms is one model with two prices', () => {
  const prices = modelById('kimi-k2.6')?.prices.map((price) => price.providerId);
  expect(prices?.sort()).toEqual(['alibaba', 'moonshot']);
});

test('prices keep their length tiers and their own unit', () => {
  expect(modelById('qwen-plus')?.prices[0]?.tiers.map((tier) => tier.inputTokensUpTo)).toEqual([
    128_000, 256_000, 1_000_000,
  ]);
  expect(modelById('wan2.7-t2v')?.prices[0]).toMatchObject({ unit: 'video_second', perUnit: 0.6 });
  expect(modelById('speech-2.6-hd')?.prices[0]).toMatchObject({
    unit: 'ten_thousand_characters',
    perUnit: 3.5,
  });
});

test('lookups answer undefined for what the reference does not hold', () => {
  expect(useCaseById('cs_chatbot')?.name.zh).toBe('智能客服');
  expect(industryById('short-drama')?.name.en).toBe('Short drama');
  expect([providerById('x'), modelById('x'), useCaseById('x'), industryById('x')]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('whoever hosts for itself can run open weights, and no closed model', () => {
  const own = ids(modelsServedBy(SELF_HOSTED));
  expect(own).toContain('qwen3-32b');
  expect(own).not.toContain('doubao');
  expect(ids(modelsServedBy('alibaba'))).toContain('kimi-k2.6');
});

const MONTHS =
  /\b(?:(Jan)(?:uary)?|(Feb)(?:ruary)?|(Mar)(?:ch)?|(Apr)(?:il)?|(May)|(Jun)e?|(Jul)y?|(Aug)(?:ust)?|(Sep)(?:tember)?|(Oct)(?:ober)?|(Nov)(?:ember)?|(Dec)(?:ember)?)(?=[ -]+(?:\d{4}|[A-Z][a-z]{2}))/g;
const SCALES: Readonly<Record<string, number>> = {
  ...{ 万亿: 1e12, 亿: 1e8, 百万: 1e6, 万: 1e4, 千: 1e3 },
  ...{ quadrillion: 1e15, t: 1e12, bn: 1e9, b: 1e9, m: 1e6, k: 1e3 },
};
/** Figures of a text with their scale taken in, months by number; digits inside names are none. */
function figuresIn(text: string): number[] {
  const dated = text.replace(MONTHS, (_, ...found: unknown[]) => {
    const month = found.slice(0, 12).findIndex((name) => name !== undefined) + 1;
    return ` ${month} `;
  });
  const found = dated.matchAll(
    /(?<![A-Za-z][-.]?|\d[.,]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:\s?(万亿|亿|百万|万|千|quadrillion)|(bn|[TBMKtbmk])(?![A-Za-z]))?/g,
  );
  return [...found]
    .map(([, whole = '', rest = '', word, letter]) => {
      const scale = SCALES[word ?? letter?.toLowerCase() ?? ''] ?? 1;
      return Number((Number(whole.replaceAll(',', '') + rest) * scale).toPrecision(12));
    })
    .sort((first, second) => first - second);
}

const facts = [
  ...reference.products.flatMap(({ what, differentiators, pricing, limits }) => [
    ...[what, ...differentiators, ...pricing, ...limits],
  ]),
  ...reference.cases.flatMap(({ what, results }) => (results === null ? [what] : [what, results])),
  ...reference.comparisons.flatMap(({ ours, theirs }) => [ours, theirs].filter((text) => text !== null)),
];

test('figures are read with their scale, so that 1M and 100 万 are the same and 1M and 10 万 are not', () => {
  expect(figuresIn('1M tokens, 1.1bn USD, 198 / 1,398')).toEqual(
    figuresIn('100 万 Token，11 亿美元，198 / 1,398'),
  );
  expect(figuresIn('1M tokens')).not.toEqual(figuresIn('10 万 Token'));
  expect(figuresIn('qwen3.7-max 12 / 36')).toEqual([12, 36]);
  expect(figuresIn('Sep 2023-Mar 2024')).toEqual(figuresIn('2023 年 9 月至 2024 年 3 月'));
});

test('each fact of a product, case or comparison says the same figures in Chinese and in English', () => {
  const different = facts.filter(({ zh, en }) => figuresIn(zh).join(' ') !== figuresIn(en).join(' '));
  expect(different.map(({ zh, en }) => `${zh} ≠ ${en}`)).toEqual([]);
});

test('each fact of a product or case stands in both languages: the Chinese is Chinese, the English has no Chinese in it', () => {
  const own = facts.slice(0, facts.length - reference.comparisons.length * 2);
  const chinese = /\p{Script=Han}/u;
  expect(own.filter(({ zh }) => !chinese.test(zh))).toEqual([]);
  // One name of an app is Chinese in both.
  expect(own.filter(({ en }) => chinese.test(en.replace('随时问', '')))).toEqual([]);
});

test('names of models and products stand alike in both languages of a fact', () => {
  const names = (text: string) =>
    [
      ...new Set(
        text.match(
          /\b(?:qwen|wan|cosyvoice|deepseek|kimi|glm|kling|paraformer|fun-asr)[\w.]*-?[\w.-]*\d[\w.-]*/gi,
        ),
      ),
    ].sort();
  const different = facts.filter(
    ({ zh, en }) => names(zh).join(' ').toLowerCase() !== names(en).join(' ').toLowerCase(),
  );
  expect(different).toEqual([]);
});
