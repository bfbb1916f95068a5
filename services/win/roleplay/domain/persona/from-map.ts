import type {
  BattleMap,
  Language,
  LocalizedText,
  ObjectionCategory,
  PracticePersona,
} from '@tokenholic/contracts';
import { formatMoney, formatTokens } from '@tokenholic/presentation';
import { nearestPersona } from './make-persona.ts';

export interface KnownObjection {
  category: ObjectionCategory;
  text: string;
}
const MOST_KNOWN = 3;

/**
 * A customer after a client: use cases, providers and tokens come from its map, doubts from what it objected before.
 * What the map does not say (who decides, budget, dates) is invented after the industry, as the screen tells.
 */
export function personaFromMap(map: BattleMap, objections: readonly KnownObjection[]): PracticePersona {
  const base = nearestPersona(map.industry?.id ?? null);
  const main = [...map.useCases].sort((a, b) => b.tokensPerYear.mid - a.tokensPerYear.mid)[0];
  const tile =
    main === undefined
      ? undefined
      : [...main.tiles].sort((a, b) => b.tokensPerYear.mid - a.tokensPerYear.mid)[0];
  const useCase = main === undefined ? base.useCase : lower(main.name);
  const provider = tile?.providerName ?? base.provider;
  const shared = {
    ...base,
    id: `client:${map.clientId}`,
    origin: 'client' as const,
    clientId: map.clientId,
    company: { zh: map.clientName, en: map.clientName },
    industryId: map.industry?.id ?? base.industryId,
    ...{ useCase, provider },
    knownObjections: objections.slice(0, MOST_KNOWN).map(({ category, text }) => ({ category, text })),
  };
  if (main === undefined || tile === undefined) return shared;
  const amount = (language: Language) => formatTokens(main.tokensPerYear.mid, language).text;
  const others = map.useCases.filter((one) => one !== main).slice(0, 2);
  const providers = [...new Set(map.useCases.flatMap((one) => one.tiles).map((one) => one.providerName.en))];
  const today: LocalizedText = {
    zh: `${main.name.zh}现在主要用${tile.providerName.zh}的${tile.modelName.zh}${others.length > 0 ? `，另外还有${others.map(({ name }) => name.zh).join('、')}` : ''}。`,
    en: `For ${lower(main.name).en} we mainly use ${tile.modelName.en} from ${tile.providerName.en}${others.length > 0 ? `; then there is ${others.map(({ name }) => lower(name).en).join(' and ')}` : ''}.`,
  };
  return {
    ...shared,
    facts: {
      ...base.facts,
      today,
      volume: {
        zh: `这块一年大约 ${amount('zh')} token，还在涨。`,
        en: `That is about ${amount('en')} tokens a year, and growing.`,
      },
      spend: spendOf(tile.valuePerYear?.mid ?? null, base.facts.spend),
      stack: {
        zh: `模型这边接了 ${providers.length} 家，系统上${base.facts.stack.zh}`,
        en: `We call models of ${providers.length} providers. As for systems: ${base.facts.stack.en}`,
      },
    },
  };
}

const lower = ({ zh, en }: LocalizedText): LocalizedText => ({
  zh,
  en: /^[A-Z][a-z]/.test(en) ? en.charAt(0).toLowerCase() + en.slice(1) : en,
});

function spendOf(yuan: number | null, otherwise: LocalizedText): LocalizedText {
  if (yuan === null) return otherwise;
  return {
    zh: `按刊例价算一年大约${formatMoney(yuan, 'zh').text}，实际有折扣。`,
    en: `At list price about ${formatMoney(yuan, 'en').text} a year; we have a discount.`,
  };
}
