import type { Quote } from '@tokenholic/contracts';
import { SELF_HOSTED } from '@tokenholic/reference';
import { findShare } from './figures.ts';
import type { Gazetteer } from './gazetteer.ts';
import { modelNewsCue, otherCompanyCue, ownVoice } from './lexicon/role-cues.ts';
import { arrivalCue, besideCue, formerCue, goesOnCue, stageCue } from './lexicon/standing-cues.ts';
import { firmAiCue, governsName, placedUseCue, useCue } from './lexicon/use-cues.ts';
import { linksOf, type Place, type Topic } from './linking.ts';
import type { Mention, View } from './mentions.ts';
import type { Sentence } from './passages.ts';
import type { ReadablePage } from './read-page.ts';
import { cueIn, standingOfClause, standingsOf } from './standing.ts';
import { scoreOf, type Statement } from './statements.ts';

interface Position {
  paragraph: number;
  sentence: number;
}

/** What a sentence states of the models and providers it names. */
export function namedUses(
  page: ReadablePage,
  view: View,
  places: readonly Place[],
  topic: Topic,
  position: Position,
  gazetteer: Gazetteer,
  before: readonly Statement[],
): Statement[] {
  const { text, form } = view.sentence;
  const standings = standingsOf(view);
  const quote = quoteOf(page, view.sentence);
  const told: Statement[] = [];
  let current = topic;
  for (const mention of view.mentions) {
    const said = standings.get(mention) ?? 'current';
    if (said === 'denied' || isAnothers(mention, view)) continue;
    // Others are compared with the company's own model; that is no statement about its own.
    if (said === 'compared' && mention.providerId === SELF_HOSTED && mention.modelId === null) continue;
    const clause = view.clauses[mention.clause]?.text ?? text;
    const links = linksOf(mention, view, places, current, gazetteer);
    if (refines(mention, links, position, [...before, ...told])) continue;
    const used = form !== 'prose' || (mention.hosted && mention.modelName !== null) || useCue.test(text) || isGoverned(mention, text);
    const former = formerCue.test(clause) && !goesOnCue.test(clause);
    const standing = former && said === 'current' && STRONGLY_FORMER.test(clause) ? 'ended' : said;
    for (const { useCaseId, derivation, hint } of links) {
      if (!isStated(useCaseId, derivation, used || standing === 'compared', text)) continue;
      const { providerId, modelId, modelName, hosted } = mention;
      const ground = { derivation, used, hint, standing, sourceKind: page.sourceKind };
      told.push({
        ...{ useCaseId, providerId, modelId, modelName, standing, quote, derivation, hosted },
        ...position,
        clause: mention.clause,
        score: scoreOf(ground),
        figures: shareOf(mention, view, quote),
        former: former || stageCue.test(clause),
        arrived: form === 'prose' && arrivalCue.test(clause),
        beside: besideCue.test(clause),
      });
      if (useCaseId !== null && derivation !== 'kind') current = { useCaseId, derivation: 'carried' };
    }
  }
  return told;
}

const isGoverned = ({ at }: Mention, text: string) => governsName.test(text.slice(Math.max(0, at - 30), at));

const STRONGLY_FORMER =
  /此前|之前|以前|从前|原先|原来|原本|上一代|旧版|老版|(?:去|前)年款|两年前|\b(?:previously|formerly|used to|had been)\b|\buntil (?!now|today)|\boutgoing\b|\bthe old\b/i;

/** A use without a sign that somebody uses it is no use; news of models speaks of nobody's use. */
function isStated(useCaseId: string | null, derivation: string, used: boolean, text: string): boolean {
  if (modelNewsCue.test(text) && !ownVoice.test(text)) return false;
  if (useCaseId === null || derivation === 'kind') return used;
  return used || derivation === 'same_clause' || derivation === 'same_sentence';
}

/** The name stands in what the sentence says of another company. */
function isAnothers(mention: Mention, view: View): boolean {
  const { text } = view.sentence;
  const cue = otherCompanyCue.exec(text);
  if (cue === null || cue.index > mention.at) return false;
  return !ownVoice.test(text.slice(cue.index + cue[0].length, mention.at));
}

/** "Claude we buy on Bedrock": a name told of before, with who serves it and no use of its own, tells more of what was said. */
function refines(
  mention: Mention,
  links: readonly { derivation: string }[],
  { paragraph }: Position,
  before: readonly Statement[],
): boolean {
  if (!mention.hosted || mention.modelName === null || mention.providerId === null) return false;
  if (links.some(({ derivation }) => derivation === 'same_clause')) return false;
  const known = before.filter(
    (statement) =>
      statement.paragraph === paragraph &&
      !statement.hosted &&
      statement.modelName?.toLowerCase().startsWith(mention.modelName?.toLowerCase() ?? ' '),
  );
  for (const statement of known) {
    statement.providerId = mention.providerId;
    statement.hosted = true;
  }
  return known.length > 0;
}

function shareOf(mention: Mention, view: View, quote: Quote): Statement['figures'] {
  const clause = view.clauses[mention.clause]?.text ?? '';
  const share = findShare(clause) ?? (view.mentions.length === 1 ? findShare(view.sentence.text) : null);
  return share === null ? [] : [{ metric: 'share', value: share, period: 'total', quote }];
}

/** AI is used for something, by a provider that is not named. */
export function unnamedUses(
  page: ReadablePage,
  view: View,
  places: readonly Place[],
  position: Position,
): Statement[] {
  const { text } = view.sentence;
  if (!firmAiCue.test(text) || otherCompanyCue.test(text)) return [];
  if (view.clauses.some((clause) => cueIn(clause.text) === 'denied')) return [];
  if (!useCue.test(text) && !placedUseCue.test(text) && cueIn(text) === null) return [];
  const firm = places.filter(({ hint }) => !hint);
  const uses = firm.filter((place, index) => firm.findIndex(({ id }) => id === place.id) === index);
  return uses.flatMap(({ id, clause, hint }): Statement[] => {
    const standing = standingOfClause(clause, view);
    if (standing === 'denied' || standing === 'compared') return [];
    const ground = { derivation: 'unnamed' as const, used: true, hint, standing, sourceKind: page.sourceKind };
    return [
      {
        ...{ useCaseId: id, providerId: null, modelId: null, modelName: null, standing },
        ...{ hosted: false, derivation: 'unnamed', former: false, arrived: false, beside: false },
        ...position,
        clause,
        score: scoreOf(ground),
        figures: [],
        quote: quoteOf(page, view.sentence),
      },
    ];
  });
}

/** A sentence as evidence: where it stands in the page, word for word. */
export function quoteOf(page: ReadablePage, sentence: Sentence): Quote {
  const lead = sentence.text.length - sentence.text.trimStart().length;
  const text = sentence.text.trim().slice(0, 600);
  const start = sentence.start + lead;
  const { id, title, url, sourceKind, date } = page;
  return { pageId: id, text, start, end: start + text.length, pageTitle: title, url, sourceKind, date };
}
