import type { LocalizedText } from '@tokenholic/contracts';
import type { Reference } from '@tokenholic/reference';
import type { NamedEntity } from './entities.ts';

const both = ({ zh, en }: LocalizedText) => [zh, en];
/** A name with what stands in its brackets, and without: "Model Studio (Bailian)" is also "Model Studio". */
const withoutBrackets = (name: string) => [name, name.replace(/\s*[(（][^)）]*[)）]\s*/g, ' ').trim()];
/** Words of a use case that are too short say nothing alone. */
const SHORTEST_KEYWORD = { zh: 3, en: 6 } as const;

/** Everything the reference has a name for. What stands first keeps a name that several claim. */
export function referenceEntities(reference: Reference): NamedEntity[] {
  const { providers, models, products, useCases, companies, cases } = reference;
  const known = new Set(companies.flatMap(({ name }) => both(name)));
  return [
    ...products.map(
      ({ id, name }): NamedEntity => ({
        ...{ key: `product:${id}`, kind: 'product', name },
        spellings: both(name).flatMap(withoutBrackets),
      }),
    ),
    ...models.map(
      ({ id, name, aliases }): NamedEntity => ({
        ...{ key: `model:${id}`, kind: 'model', name: { zh: name, en: name } },
        spellings: [name, ...aliases],
      }),
    ),
    ...providers.map(
      ({ id, name, aliases }): NamedEntity => ({
        ...{ key: `provider:${id}`, kind: 'provider', name },
        spellings: [...both(name), ...aliases],
      }),
    ),
    ...companies.map(
      ({ id, name, aliases }): NamedEntity => ({
        ...{ key: `company:${id}`, kind: 'company', name },
        spellings: [...both(name), ...aliases],
      }),
    ),
    ...cases
      .filter(({ company }) => !both(company).some((name) => known.has(name)))
      .map(
        ({ company }): NamedEntity => ({
          ...{ key: `company:${company.en.toLowerCase()}`, kind: 'company', name: company },
          spellings: both(company).flatMap(withoutBrackets),
        }),
      ),
    ...useCases.map(
      ({ id, name, keywords }): NamedEntity => ({
        ...{ key: `use_case:${id}`, kind: 'use_case', name },
        spellings: [
          ...both(name),
          ...keywords.zh.filter(({ length }) => length >= SHORTEST_KEYWORD.zh),
          ...keywords.en.filter(({ length }) => length >= SHORTEST_KEYWORD.en),
        ],
      }),
    ),
  ];
}
