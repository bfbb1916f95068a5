import { reference, sampleClients } from '@tokenholic/reference';
import { expect, test } from 'vitest';
import { assembleMap } from '../../../services/map/battlemap/domain/assemble.ts';
import { drawMap } from '../../../services/map/battlemap/domain/draw-map.ts';
import { buildGazetteer, conclude, readPage } from '../../../services/map/research/domain/analysis/index.ts';
import { personaFromMap } from '../../../services/win/roleplay/domain/persona/from-map.ts';
import { nearestPersona } from '../../../services/win/roleplay/domain/persona/make-persona.ts';
import { open } from '../../../services/win/roleplay/domain/talk/replay.ts';
import { goodSeller, hold } from '../../../services/win/roleplay/testing/sellers.ts';

const engine = { via: 'rules' as const, model: null, reason: null };
const gazetteer = buildGazetteer(reference);

/** The map of a sample client, as research and the map draw it from the sample's files. */
const maps = sampleClients().map(({ id, name, files }) => {
  const pages = files.map(({ fileName, text }, at) => ({
    ...{ id: `01970000-0000-7000-8000-${String(at).padStart(12, '0')}`, title: fileName, text },
    ...{ url: `https://example.com/${fileName}`, sourceKind: 'website' as const, date: '2026-11-20' },
  }));
  const { findings, industryId, employees } = conclude(
    pages.map((page) => readPage(page, gazetteer)),
    engine,
  );
  const about = { clientId: id, clientName: name, version: 1, revision: 0, runId: null };
  return assembleMap(drawMap({ clientId: id, findings, industryId, employees, engine }, reference), {
    ...about,
    generatedAt: '2026-11-20T00:00:00Z',
  });
});
const doubts = [
  { category: 'price' as const, text: '你们比现在这家贵三成。' },
  { category: 'security' as const, text: 'Our data may not leave the country.' },
];

test.each(
  maps.map((map) => ({ map, name: map.clientName })),
)('the customer after $name speaks of the largest use case of its map, who serves it and how much it is', ({
  map,
}) => {
  const { persona, madeFrom, invented } = personaFromMap(map, doubts);
  const main = [...map.useCases].sort((a, b) => b.tokensPerYear.mid - a.tokensPerYear.mid)[0];
  expect(persona).toMatchObject({
    origin: 'client',
    clientId: map.clientId,
    company: { en: map.clientName },
  });
  expect(persona.useCase.zh).toBe(main?.name.zh);
  const served = main?.tiles.filter(({ providerId }) => providerId !== 'unknown') ?? [];
  expect(served.map(({ providerName }) => providerName.en)).toContain(persona.provider.en);
  expect(persona.facts.today.en).toContain(persona.provider.en);
  // What stands in the map is said to come from it, with the page's own words; the rest is said to be invented.
  const cited = madeFrom.filter(({ quote }) => quote !== null);
  expect(cited.map(({ part }) => part)).toEqual(expect.arrayContaining(['use_case', 'provider']));
  const quotes = map.useCases.flatMap(({ tiles }) => tiles).flatMap(({ evidence }) => evidence);
  for (const { quote, url } of cited)
    expect(quotes.some((one) => one.text.startsWith(quote ?? '?') && one.url === url)).toBe(true);
  const base = nearestPersona(map.industry?.id ?? null);
  for (const fact of invented) expect(persona.facts[fact]).toEqual(base.facts[fact]);
  expect(invented).toEqual(expect.arrayContaining(['budget', 'decider', 'deadline']));
  expect(invented).not.toContain('volume');
});

test('what a client objected before is what its customer objects, in those words, and is named as such', () => {
  for (const map of maps) {
    const { persona, madeFrom } = personaFromMap(map, doubts);
    expect(madeFrom.filter(({ part }) => part === 'doubt').map(({ text }) => text.zh)).toEqual(
      doubts.map(({ text }) => text),
    );
    const setting = { scenario: 'objections', level: 'medium', language: 'zh', persona, seed: 5 } as const;
    const said = hold(setting, goodSeller)
      .replies.map(({ text }) => text)
      .join('\n');
    expect(said).toContain(doubts[0]?.text);
  }
});

test('a client of whom little is known is filled up from its industry, and nothing unknown is spoken of as known', () => {
  const [whole] = maps;
  if (whole === undefined) throw new Error('There are no sample clients');
  const empty = personaFromMap({ ...whole, useCases: [] }, []);
  expect(empty.madeFrom).toEqual([]);
  expect(empty.invented).toContain('volume');
  expect(
    open({ scenario: 'discovery', level: 'easy', language: 'en', persona: empty.persona, seed: 1 }).replies[0]
      ?.text,
  ).not.toBe('');
  const unknown = whole.useCases.map((column) => ({
    ...column,
    tiles: column.tiles.map((tile) => ({
      ...tile,
      providerId: 'unknown',
      providerName: { zh: '未知', en: 'Unknown' },
    })),
  }));
  const unserved = personaFromMap({ ...whole, useCases: unknown }, []);
  expect(JSON.stringify(unserved.persona)).not.toMatch(/未知|Unknown/);
  expect(unserved.invented).toContain('today');
});
