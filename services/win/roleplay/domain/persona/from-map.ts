import type {
  BattleMap,
  Language,
  LocalizedText,
  PracticeFact,
  PracticeOrigin,
  PracticePersona,
  Tile,
  UseCaseColumn,
} from '@tokenholic/contracts';
import { formatMoney, formatTokens } from '@tokenholic/presentation';
import { UNKNOWN_PROVIDER } from '@tokenholic/reference';
import { nearestPersona } from './make-persona.ts';

export type KnownObjection = {
  [K in 'category' | 'text']: NonNullable<PracticePersona['knownObjections'][number][K]>;
};
const MOST_KNOWN = 3;
const MOST_ORIGIN_QUOTE = 240;

/** A customer made after a client, with what each part was made from. */
export interface ClientPersona {
  persona: PracticePersona;
  madeFrom: PracticeOrigin[];
  /** Facts the map says nothing of: invented after the industry, as the screen tells. */
  invented: PracticeFact[];
}

/** A customer after a client: use case, provider, tokens and spending come from its map, doubts from what it objected before. */
export function personaFromMap(map: BattleMap, objections: readonly KnownObjection[]): ClientPersona {
  const base = nearestPersona(map.industry?.id ?? null);
  const known = objections.slice(0, MOST_KNOWN).map(({ category, text }) => ({ category, text }));
  const main = byTokens(map.useCases)[0];
  // Who serves it is only told where somebody found out.
  const tile = byTokens(main?.tiles.filter(({ providerId }) => providerId !== UNKNOWN_PROVIDER) ?? [])[0];
  const told: Partial<PracticePersona['facts']> = main === undefined ? {} : factsOf(map, main, tile, base);
  const persona: PracticePersona = {
    ...base,
    id: `client:${map.clientId}`,
    origin: 'client',
    clientId: map.clientId,
    company: { zh: map.clientName, en: map.clientName },
    industryId: map.industry?.id ?? base.industryId,
    useCase: main === undefined ? base.useCase : lower(main.name),
    provider: tile?.providerName ?? base.provider,
    knownObjections: known,
    facts: { ...base.facts, ...told },
  };
  const all = Object.keys(base.facts) as PracticeFact[];
  return {
    persona,
    madeFrom: [...(main === undefined ? [] : originsOf(main, tile)), ...known.map(doubt)],
    invented: all.filter((fact) => told[fact] === undefined),
  };
}

const byTokens = <T extends { tokensPerYear: { mid: number } }>(items: readonly T[]) =>
  [...items].sort((a, b) => b.tokensPerYear.mid - a.tokensPerYear.mid);

function factsOf(
  map: BattleMap,
  main: UseCaseColumn,
  tile: Tile | undefined,
  base: PracticePersona,
): Partial<PracticePersona['facts']> {
  const amount = (language: Language) => formatTokens(main.tokensPerYear.mid, language).text;
  const others = map.useCases.filter((one) => one !== main).slice(0, 2);
  const providers = new Set(map.useCases.flatMap(({ tiles }) => tiles).map(({ providerId }) => providerId));
  providers.delete(UNKNOWN_PROVIDER);
  const besides: LocalizedText =
    others.length === 0
      ? { zh: '', en: '' }
      : {
          zh: `，另外还有${others.map(({ name }) => name.zh).join('、')}`,
          en: `; then there is ${others.map(({ name }) => lower(name).en).join(' and ')}`,
        };
  return {
    ...(tile === undefined
      ? {}
      : {
          today: {
            zh: `${main.name.zh}现在主要用${tile.providerName.zh}的${tile.modelName.zh}${besides.zh}。`,
            en: `For ${lower(main.name).en} we mainly use ${tile.modelName.en} from ${tile.providerName.en}${besides.en}.`,
          },
          stack: {
            zh: `模型这边接了 ${providers.size} 家，系统上${base.facts.stack.zh}`,
            en: `We call models of ${providers.size} ${providers.size === 1 ? 'provider' : 'providers'}. As for systems: ${base.facts.stack.en}`,
          },
        }),
    volume: {
      zh: `这块一年大约 ${amount('zh')} token，还在涨。`,
      en: `That is about ${amount('en')} tokens a year, and growing.`,
    },
    ...(tile?.valuePerYear == null ? {} : { spend: spendOf(tile.valuePerYear.mid) }),
  };
}

function originsOf(main: UseCaseColumn, tile: Tile | undefined): PracticeOrigin[] {
  const [quote] = [...(tile?.evidence ?? []), ...main.tiles.flatMap(({ evidence }) => evidence)];
  const found = (tile?.evidence ?? [])[0];
  const amount = (language: Language) => formatTokens(main.tokensPerYear.mid, language).text;
  const value = tile?.valuePerYear?.mid;
  return [
    { part: 'use_case', text: main.name, ...quoted(quote) },
    ...(tile === undefined ? [] : [{ part: 'provider' as const, text: modelAt(tile), ...quoted(found) }]),
    {
      part: 'volume',
      text: { zh: `一年约 ${amount('zh')} token`, en: `about ${amount('en')} tokens a year` },
      ...quoted(undefined),
    },
    ...(value === undefined
      ? []
      : [
          {
            part: 'spend' as const,
            text: {
              zh: `按刊例价一年约${formatMoney(value, 'zh').text}`,
              en: `about ${formatMoney(value, 'en').text} a year at list price`,
            },
            ...quoted(undefined),
          },
        ]),
  ];
}

const modelAt = ({ providerName, modelName }: Tile): LocalizedText => ({
  zh: `${providerName.zh} · ${modelName.zh}`,
  en: `${providerName.en} · ${modelName.en}`,
});
const quoted = (quote: { text: string; url: string | null } | undefined) => ({
  quote: quote?.text.slice(0, MOST_ORIGIN_QUOTE) ?? null,
  url: quote?.url ?? null,
  category: null,
});
const doubt = ({ category, text }: KnownObjection): PracticeOrigin => ({
  part: 'doubt',
  text: { zh: text, en: text },
  ...{ quote: null, url: null, category },
});

const lower = ({ zh, en }: LocalizedText): LocalizedText => ({
  zh,
  en: /^[A-Z][a-z]/.test(en) ? en.charAt(0).toLowerCase() + en.slice(1) : en,
});

const spendOf = (yuan: number): LocalizedText => ({
  zh: `按刊例价算一年大约${formatMoney(yuan, 'zh').text}，实际有折扣。`,
  en: `At list price about ${formatMoney(yuan, 'en').text} a year; we have a discount.`,
});
