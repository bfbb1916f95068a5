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
