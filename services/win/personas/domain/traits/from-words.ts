import type { PersonaTrait, PersonaTraitKey } from '@tokenholic/contracts';
import type { History, Interaction } from '../history.ts';
import type { Claim } from '../reading/claims.ts';
import { titleCues } from '../reading/topic-cues.ts';
import { probabilityAbove } from '../statistics/proportion.ts';
import { confidenceAbove, confidenceFrom, RELIABILITY } from './confidence.ts';
import { makeTrait, quotesOf } from './trait.ts';

/** How often people speak of a topic, complain of it or hold back because of it without meaning more by it. */
const COMMON: Readonly<Partial<Record<PersonaTraitKey, number>>> = {
  priority: 0.2,
  pain: 0.08,
  likely_objection: 0.08,
};
/** A second language in one letter of six is no slip. */
const SECOND_LANGUAGE = 0.15;
/** Signs of tone in fewer than three letters of ten: neither formal nor casual. */
const MARKED = 0.3;
/** A title, or what colleagues noted on the deal, counts as this many activities. */
const NOTED = 2;

type Votes = Map<string, Claim[]>;

/** What the person's own words say: one vote an activity and value. */
export function traitsFromWords(
  history: History,
  claims: readonly Claim[],
  via: 'model' | 'rules',
): PersonaTrait[] {
  const byId = new Map(history.interactions.map((interaction) => [interaction.id, interaction]));
  const withWords = history.interactions.filter(({ words }) => words !== null);
  const spoken = withWords.filter(({ channel }) => channel !== 'web').length;
  const votes = (key: PersonaTraitKey): Votes => {
    const found: Votes = new Map();
    for (const claim of claims)
      if (claim.key === key) found.set(claim.value, [...(found.get(claim.value) ?? []), claim]);
    return found;
  };
  const most = (key: PersonaTraitKey) => majority(key, votes(key), byId, via);
  return [
    ...most('length'),
    ...toneFrom(votes('formality'), byId),
    ...most('proof'),
    ...languageFrom(votes('language'), byId),
    ...most('decision_style'),
    ...most('risk'),
    ...roleFrom(history, votes('buying_role'), byId, via),
    ...(['priority', 'pain', 'likely_objection'] as const).flatMap((key) =>
      above(key, votes(key), key === 'priority' ? withWords.length : spoken, byId, via),
    ),
  ];
}

const counted = (votes: Votes) =>
  [...votes]
    .map(([value, claims]) => ({ value, claims, count: claims.length }))
    .sort((first, second) => second.count - first.count || first.value.localeCompare(second.value));

function majority(
  key: PersonaTraitKey,
  votes: Votes,
  byId: ReadonlyMap<string, Interaction>,
  via: 'model' | 'rules',
): PersonaTrait[] {
  const [top, second] = counted(votes);
  if (top === undefined) return [];
  const against = second?.count ?? 0;
  const score = confidenceFrom(key, top.count, against);
  return [worded(key, top.value, score, top.count, against, quotesOf(top.claims, byId), via)];
}

function worded(
  key: PersonaTraitKey,
  value: string,
  score: number,
  support: number,
  against: number,
  evidence: PersonaTrait['evidence'],
  via: PersonaTrait['via'],
): PersonaTrait {
  const detail =
    against === 0
      ? {
          zh: `${support} 次往来这样表现，没有相反的。`,
          en: `${support} ${support === 1 ? 'activity says' : 'activities say'} so, none says otherwise.`,
        }
      : {
          zh: `${support} 次往来这样表现，${against} 次表现为另一种。`,
          en: `${support} ${support === 1 ? 'activity says' : 'activities say'} so, ${against} ${against === 1 ? 'says' : 'say'} otherwise.`,
        };
  return makeTrait({ key, value, score, support, against, detail, evidence, via });
}

/** Formal or casual needs signs in a fair part of what was written; without them the tone is neutral. */
function toneFrom(votes: Votes, byId: ReadonlyMap<string, Interaction>): PersonaTrait[] {
  const [formal, casual, neutral] = ['formal', 'casual', 'neutral'].map((value) => votes.get(value) ?? []);
  const all = [formal, casual, neutral].flatMap((list) => list ?? []);
  if (formal === undefined || casual === undefined || neutral === undefined || all.length === 0) return [];
  const marked = formal.length + casual.length;
  const isMarked = probabilityAbove(MARKED, marked, neutral.length);
  const [value, mine, others] =
    formal.length >= casual.length
      ? (['formal', formal, casual] as const)
      : (['casual', casual, formal] as const);
  if (isMarked >= 0.5) {
    const score = isMarked * confidenceFrom('formality', mine.length, others.length);
    return [worded('formality', value, score, mine.length, others.length, quotesOf(mine, byId), 'rules')];
  }
  const score = RELIABILITY.formality * (1 - isMarked);
  return [worded('formality', 'neutral', score, neutral.length, marked, quotesOf(neutral, byId), 'rules')];
}

function languageFrom(votes: Votes, byId: ReadonlyMap<string, Interaction>): PersonaTrait[] {
  const [top, second] = counted(votes);
  if (top === undefined) return [];
  if (second !== undefined && second.count >= 2) {
    const score = confidenceAbove('language', SECOND_LANGUAGE, second.count, top.count + second.count);
    if (score >= 0.5) {
      const support = top.count + second.count;
      const quotes = quotesOf([...top.claims.slice(-3), ...second.claims.slice(-2)], byId);
      return [worded('language', 'both', score, support, 0, quotes, 'rules')];
    }
  }
  return majority('language', votes, byId, 'rules');
}

/** Words, the title and what colleagues noted on deals; the last two are no words of the person and say so. */
function roleFrom(
  { title, roles }: History,
  votes: Votes,
  byId: ReadonlyMap<string, Interaction>,
  via: 'model' | 'rules',
): PersonaTrait[] {
  const byTitle = titleCues.find(({ pattern }) => pattern.test(title))?.role;
  const noted = roles.filter((role) => role !== 'unknown');
  const counts = new Map(counted(votes).map(({ value, count }) => [value, count]));
  if (byTitle !== undefined) counts.set(byTitle, (counts.get(byTitle) ?? 0) + NOTED);
  for (const role of new Set(noted)) counts.set(role, (counts.get(role) ?? 0) + NOTED);
  const [top, second] = [...counts].sort((first, other) => other[1] - first[1]);
  if (top === undefined) return [];
  const [value, support] = top;
  const against = second?.[1] ?? 0;
  const score = confidenceFrom('buying_role', support, against);
  const quotes = quotesOf(votes.get(value) ?? [], byId);
  const trait = worded('buying_role', value, score, support, against, quotes, via);
  const own = votes.get(value)?.length ?? 0;
  const zh = [
    byTitle === value ? `职务“${title}”` : '',
    noted.some((role) => role === value) ? '商机上的角色' : '',
  ];
  const en = [
    byTitle === value ? `the title “${title}”` : '',
    noted.some((role) => role === value) ? 'the role noted on a deal' : '',
  ];
  const join = (parts: string[], comma: string) => parts.filter((part) => part !== '').join(comma);
  return [
    {
      ...trait,
      detail: {
        zh: `依据：本人 ${own} 次往来${join(zh, '、') === '' ? '' : `，以及${join(zh, '、')}（各按 ${NOTED} 次计）`}；指向另一角色的最多 ${against}。`,
        en: `Rests on ${own} own ${own === 1 ? 'activity' : 'activities'}${join(en, ' and ') === '' ? '' : `, and on ${join(en, ' and ')} (${NOTED} each)`}; at most ${against} for another role.`,
      },
    },
  ];
}

/** Everything that comes up more often than it does with anybody, most often first. */
function above(
  key: 'priority' | 'pain' | 'likely_objection',
  votes: Votes,
  spoken: number,
  byId: ReadonlyMap<string, Interaction>,
  via: 'model' | 'rules',
): PersonaTrait[] {
  return counted(votes).map(({ value, count, claims }) => {
    const hits = Math.min(count, spoken);
    const score = confidenceAbove(key, COMMON[key] ?? 0.1, hits, spoken);
    const detail = {
      zh: `${spoken} 次有本人话语的往来中，${hits} 次谈到。`,
      en: `Came up in ${hits} of ${spoken} activities with their own words.`,
    };
    const evidence = quotesOf(claims, byId);
    return makeTrait({ key, value, score, support: hits, against: spoken - hits, detail, evidence, via });
  });
}
