import type { Reference } from '@tokenholic/reference';
import { houseModels } from './lexicon/house-models.ts';
import { moreModels } from './lexicon/more-models.ts';
import { otherNames, outsideHosts, outsideVendors, providerProducts } from './lexicon/outside-vendors.ts';
import { tellsNothing, tooCommon, useCaseHints, usuallyMeans } from './lexicon/use-case-hints.ts';
import { useCasePhrases } from './lexicon/use-case-phrases.ts';
import { useCaseWords } from './lexicon/use-case-words.ts';
import { buildMatcher, type Entry, type Matcher } from './matcher.ts';
import { kindsOfUse, type OutputKind, outputKinds } from './modality.ts';

export interface ModelFacts {
  id: string;
  name: string;
  makerId: string;
  familyOnly: boolean;
  openWeights: boolean;
  kinds: ReadonlySet<OutputKind>;
  /** Its maker makes models of language and of other kinds: the family's bare name may mean any of them. */
  ofManyKinds: boolean;
}

/** Everything the rules recognise by name. */
export interface Gazetteer {
  match: Matcher;
  models: ReadonlyMap<string, ModelFacts>;
  /** Clouds, hosts and own deployment: they can serve somebody else's model. */
  hosts: ReadonlySet<string>;
  /** What each use case produces; a model of another kind is not for it. */
  useCaseKinds: ReadonlyMap<string, ReadonlySet<OutputKind>>;
}

export type GazetteerTables = Pick<Reference, 'providers' | 'models' | 'useCases' | 'industries'>;

/** A host that the catalogue does not hold: who is served by it has no known provider. */
export const OUTSIDE_HOST = 'outside';

/** Built once from the reference; pure. */
export function buildGazetteer(tables: GazetteerTables): Gazetteer {
  const others = modelsBeside(tables);
  const entries: Entry[] = [
    ...tables.providers.flatMap(({ id, aliases, contextAliases }) =>
      named('provider', id, aliases, contextAliases),
    ),
    ...tables.models.flatMap((model) =>
      named(
        'model',
        model.id,
        [...model.aliases, ...(/[a-z]/i.test(model.name) ? [model.name] : [])],
        model.contextAliases ?? [],
      ),
    ),
    ...others.flatMap(({ id }) => named('model', id, [id], [])),
    ...tables.useCases.flatMap(useCaseEntries),
    ...houseModels.flatMap(({ name, aliases, atHome }) =>
      named('house_model', name, aliases.split('|'), atHome?.split('|') ?? []),
    ),
    ...[...outsideVendors.keys()].flatMap((name) => named('house_model', name, [name], [])),
    ...Object.entries(providerProducts).flatMap(([id, names]) => named('provider', id, names.split('|'), [])),
    ...outsideHosts.flatMap((name) => named('provider', OUTSIDE_HOST, [name], [])),
    ...otherNames.flatMap((name) => named('other', name, [name], [])),
    ...tables.industries.flatMap(({ id, keywords }) =>
      named('industry', id, [...keywords.zh, ...keywords.en], []),
    ),
  ];
  const kindsOfMaker = new Map(
    [...Map.groupBy(tables.models, ({ makerId }) => makerId)].map(([makerId, models]) => [
      makerId,
      new Set(models.flatMap(({ modalities }) => [...outputKinds(modalities)])),
    ]),
  );
  return {
    match: buildMatcher(entries),
    models: new Map([
      ...others.map((facts): [string, ModelFacts] => [facts.id, facts]),
      ...tables.models.map(
        ({ id, name, makerId, familyOnly, openWeights, modalities }): [string, ModelFacts] => [
          id,
          {
            id,
            name,
            makerId,
            familyOnly: familyOnly === true,
            openWeights: openWeights === true,
            kinds: outputKinds(modalities),
            ofManyKinds: isOfManyKinds(kindsOfMaker.get(makerId) ?? new Set()),
          },
        ],
      ),
    ]),
    hosts: new Set([
      ...tables.providers.filter(({ type }) => type !== 'model').map(({ id }) => id),
      OUTSIDE_HOST,
    ]),
    useCaseKinds: new Map(tables.useCases.map(({ id, modalities }) => [id, kindsOfUse(id, modalities)])),
  };
}

/** Models that the catalogue holds nothing of but its maker, by the name they go by. */
function modelsBeside(tables: GazetteerTables): ModelFacts[] {
  const known = new Set(
    tables.models.flatMap(({ name, aliases }) => [name, ...aliases].map((one) => one.toLowerCase())),
  );
  return moreModels.flatMap(({ makerId, modality, names }) =>
    names
      .split('|')
      .filter((name) => !known.has(name.toLowerCase()))
      .map((name) => ({
        ...{ id: name, name, makerId, familyOnly: true, openWeights: false },
        ...{ kinds: outputKinds([modality]), ofManyKinds: false },
      })),
  );
}

const isOfManyKinds = (kinds: ReadonlySet<OutputKind>) => kinds.size > 1 && kinds.has('language');

/** What names a use case firmly, and what only hints at it. */
function useCaseEntries({ id, name, keywords }: Reference['useCases'][number]): Entry[] {
  const words = [
    ...keywords.zh,
    ...keywords.en,
    name.zh,
    name.en,
    ...(useCaseWords[id] ?? []),
    useCasePhrases[id] ?? '',
  ]
    .flatMap((word) => word.split('|'))
    .filter((word) => !tellsNothing.has(word.toLowerCase()))
    .filter((word) => (usuallyMeans[word.toLowerCase()] ?? id) === id);
  const isCommon = (word: string) => tooCommon.has(word.toLowerCase());
  const hints = [...words.filter(isCommon), ...(useCaseHints[id]?.split('|') ?? [])];
  return named(
    'use_case',
    id,
    words.filter((word) => !isCommon(word)),
    hints,
  );
}

function named(kind: Entry['kind'], id: string, firm: readonly string[], loose: readonly string[]): Entry[] {
  const entry = (context: boolean) => (text: string) => ({ kind, id, text, context });
  const written = (texts: readonly string[]) =>
    texts.filter((text) => text.trim().length >= 2).flatMap((text) => spellings(text, kind));
  return [...written(firm).map(entry(false)), ...written(loose).map(entry(true))];
}

const LATIN_MEETS_CHINESE = /([a-z0-9])\s?(?=[\u4e00-\u9fff])|([\u4e00-\u9fff])\s?(?=[a-z0-9])/gi;

/** A name as texts write it: "AI助手" and "AI 助手", "ticket summary" and "ticket summaries". */
function spellings(text: string, kind: Entry['kind']): string[] {
  const tight = text.replace(LATIN_MEETS_CHINESE, '$1$2');
  const forms = [...new Set([text, tight, text.replace(LATIN_MEETS_CHINESE, '$1$2 ')])];
  if (kind !== 'use_case' || !/^[a-z][a-z -]*[a-z]$/.test(text) || text.endsWith('s')) return forms;
  return [...forms, /[^aeiou]y$/.test(text) ? `${text.slice(0, -1)}ies` : `${text}s`];
}
