import type { Reference } from '@tokenholic/reference';
import { type Source, toFoundPage } from './source.ts';

/** What the shipped reference has on record about a company: each entry with its own source and date. Null when it has nothing. */
export function publicRecordSource(
  clientName: string,
  tables: Pick<Reference, 'companies' | 'cases' | 'useCases'>,
  language: 'zh' | 'en',
): Source | null {
  const isClient = (name: string) => same(name, clientName);
  const companies = tables.companies.filter(({ name, aliases }) =>
    [name.zh, name.en, ...aliases].some(isClient),
  );
  const cases = tables.cases.filter(({ company }) => isClient(company.zh) || isClient(company.en));
  if (companies.length + cases.length === 0) return null;
  const useName = (id: string) => tables.useCases.find((useCase) => useCase.id === id)?.name.en ?? id;
  return {
    id: 'reference',
    kind: 'reference',
    label: language === 'zh' ? '公开资料库' : 'Public record library',
    read: async function* () {
      for (const { workloads } of companies) {
        for (const { useCaseId, modelNames, statement, source } of workloads) {
          const models =
            modelNames.length > 0 ? ` The ${useName(useCaseId)} workload uses ${modelNames.join(', ')}.` : '';
          yield toFoundPage({
            url: source.url,
            title: source.title,
            text: `# ${useName(useCaseId)}\n\n${useName(useCaseId)} with AI models: ${statement}.${models}`,
            publishedAt: source.asOf,
            sourceKind: 'reference',
          });
        }
      }
      for (const { what, useCaseIds, modelNames, results, source } of cases) {
        const use = useCaseIds.map(useName).join(', ');
        const models = modelNames.length > 0 ? ` It uses ${modelNames.join(', ')}.` : '';
        yield toFoundPage({
          url: source.url,
          title: source.title,
          text: `# ${use}\n\n${use}: ${what.en}.${models} ${results?.en ?? ''}`,
          publishedAt: source.asOf,
          sourceKind: 'reference',
        });
      }
    },
  };
}

function same(a: string, b: string): boolean {
  const plain = (name: string) =>
    name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s.,·]+/g, '')
      .replace(/(集团|公司|有限公司|inc|ltd|group)$/, '');
  return plain(a) !== '' && plain(a) === plain(b);
}
