import { z } from 'zod';
import { readJson } from './read-json.ts';
import { type Source, type SourceContext, toFoundPage } from './source.ts';

const searchSchema = z.object({
  search: z.array(
    z.object({
      id: z.string(),
      label: z.string().optional(),
      description: z.string().optional(),
      aliases: z.array(z.string()).optional(),
    }),
  ),
});
const claimSchema = z.object({
  mainsnak: z.object({ datavalue: z.object({ value: z.unknown() }).optional() }),
});
const entitySchema = z.object({
  entities: z.record(
    z.string(),
    z.object({
      claims: z.record(z.string(), z.array(claimSchema)),
      sitelinks: z.record(z.string(), z.object({ title: z.string() })).optional(),
    }),
  ),
});

export interface WikiAddresses {
  wikidata: string;
  wikipedia: (language: 'zh' | 'en') => string;
}

export const wikiAddresses: WikiAddresses = {
  wikidata: 'https://www.wikidata.org',
  wikipedia: (language) => `https://${language}.wikipedia.org`,
};

export interface WikiEntity {
  id: string;
  website: string | null;
  employees: number | null;
  founded: string | null;
  titles: { zh: string | null; en: string | null };
}

/** The company in Wikidata, when its name or an alias is the one asked for. */
export async function findEntity(
  name: string,
  context: SourceContext,
  addresses: WikiAddresses,
): Promise<WikiEntity | null> {
  const language = /\p{Script=Han}/u.test(name) ? 'zh' : 'en';
  const query = new URLSearchParams({
    action: 'wbsearchentities',
    search: name,
    language,
    uselang: language,
    format: 'json',
    limit: '5',
  });
  const found = await readJson(`${addresses.wikidata}/w/api.php?${query}`, context, searchSchema);
  const match = found.search.find(({ label, aliases }) =>
    [label ?? '', ...(aliases ?? [])].some((text) => text.toLowerCase() === name.toLowerCase()),
  );
  if (match === undefined) return null;
  const entities = await readJson(
    `${addresses.wikidata}/wiki/Special:EntityData/${match.id}.json`,
    context,
    entitySchema,
  );
  const entity = entities.entities[match.id];
  if (entity === undefined) return null;
  const value = (property: string) => entity.claims[property]?.at(-1)?.mainsnak.datavalue?.value;
  const amount = z.object({ amount: z.string() }).safeParse(value('P1128'));
  const time = z.object({ time: z.string() }).safeParse(value('P571'));
  const website = z.url().safeParse(value('P856'));
  return {
    id: match.id,
    website: website.success ? website.data : null,
    employees: amount.success ? Math.abs(Number(amount.data.amount)) : null,
    founded: time.success ? time.data.time.slice(1, 5) : null,
    titles: { zh: entity.sitelinks?.zhwiki?.title ?? null, en: entity.sitelinks?.enwiki?.title ?? null },
  };
}

export function wikidataSource(name: string, addresses: WikiAddresses): Source {
  return {
    id: 'wikidata',
    kind: 'wikidata',
    label: 'Wikidata',
    read: async function* (context) {
      const entity = await findEntity(name, context, addresses);
      if (entity === null) return;
      const facts = [
        entity.founded === null ? '' : `Founded in ${entity.founded}.`,
        entity.employees === null ? '' : `The company employs ${entity.employees} people.`,
        entity.website === null ? '' : `Official website: ${entity.website}.`,
      ].filter((fact) => fact !== '');
      if (facts.length === 0) return;
      yield toFoundPage({
        url: `${addresses.wikidata}/wiki/${entity.id}`,
        title: `${name} – Wikidata`,
        text: facts.join('\n'),
        publishedAt: null,
        sourceKind: 'wikidata',
      });
    },
  };
}

const extractSchema = z.object({
  query: z.object({
    pages: z.record(z.string(), z.object({ title: z.string(), extract: z.string().optional() })),
  }),
});

export function wikipediaSource(name: string, addresses: WikiAddresses): Source {
  return {
    id: 'wikipedia',
    kind: 'wikipedia',
    label: 'Wikipedia',
    read: async function* (context) {
      const entity = await findEntity(name, context, addresses);
      for (const language of ['zh', 'en'] as const) {
        const title = entity?.titles[language];
        if (title === null || title === undefined) continue;
        const query = new URLSearchParams({
          action: 'query',
          prop: 'extracts',
          explaintext: '1',
          titles: title,
          format: 'json',
          redirects: '1',
        });
        const answer = await readJson(
          `${addresses.wikipedia(language)}/w/api.php?${query}`,
          context,
          extractSchema,
        );
        const text = Object.values(answer.query.pages)[0]?.extract ?? '';
        if (text === '') continue;
        const url = `${addresses.wikipedia(language)}/wiki/${encodeURIComponent(title)}`;
        yield toFoundPage({
          url,
          title: `${title} – Wikipedia`,
          text: text.slice(0, 60_000),
          publishedAt: null,
          sourceKind: 'wikipedia',
        });
      }
    },
  };
}
