import { expect, test } from 'vitest';
import { reference } from './index.ts';

const ids = (items: readonly { id: string }[]) => items.map((item) => item.id);
const known = (items: readonly { id: string }[]) => new Set(ids(items));

test('every table has unique ids', () => {
  for (const items of [
    reference.providers,
    reference.models,
    reference.useCases,
    reference.industries,
    reference.companies,
  ]) {
    expect(known(items).size).toBe(items.length);
  }
});

test('models, use cases, companies and cases refer only to what exists', () => {
  const providers = known(reference.providers);
  const models = known(reference.models);
  const useCases = known(reference.useCases);
  const industries = known(reference.industries);
  const references = [
    ...reference.models.flatMap((model) => [model.makerId, ...model.servedBy].map((id) => providers.has(id))),
    ...reference.useCases.flatMap((useCase) => useCase.ourModelIds.map((id) => models.has(id))),
    ...reference.useCases.flatMap((useCase) => useCase.industries.map((id) => industries.has(id))),
    ...reference.companies.flatMap((company) => company.industryIds.map((id) => industries.has(id))),
    ...reference.companies.flatMap((company) =>
      company.workloads.map((workload) => useCases.has(workload.useCaseId)),
    ),
    ...reference.cases.flatMap((study) => study.useCaseIds.map((id) => useCases.has(id))),
    ...reference.comparisons.map((comparison) => providers.has(comparison.competitorId)),
  ];
  expect(references.every(Boolean)).toBe(true);
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
    for (const id of used) expect(benchmarks).toContain(id);
    for (const { value } of model.drivers)
      expect(value.low <= value.mid && value.mid <= value.high).toBe(true);
  }
});

test('no record cites a mirror site', () => {
  expect(JSON.stringify(reference)).not.toMatch(
    /dbgt\.com\.cn|hongkongdollleak|warcraftmovie|senqingzn|nshx\.cn/,
  );
});

test('unknown is a provider of its own, and a price that was not found stays unknown', () => {
  expect(reference.providers.find((provider) => provider.id === 'unknown')?.group).toBe('unknown');
  expect(
    reference.models.some((model) =>
      model.prices.every((price) => price.input === null && price.perUnit === null),
    ),
  ).toBe(true);
});

test('the same model sold on two platforms is one model with two prices', () => {
  const kimi = reference.models.find((model) => model.id === 'kimi-k2.6');
  expect(kimi?.prices.map((price) => price.providerId).sort()).toEqual(['alibaba', 'moonshot']);
});
