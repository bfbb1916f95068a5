import type { Quote } from '@tokenholic/contracts';
import { SELF_HOSTED } from '@tokenholic/reference';
import { groundAt } from './confidence.ts';
import { findShare } from './figures.ts';
import type { Gazetteer } from './gazetteer.ts';
import { modelNewsCue, onlookerCue, otherCompanyCue, ownVoice } from './lexicon/role-cues.ts';
import {
  arrivalCue,
  besideCue,
  formerCue,
  goesOnCue,
  nowCue,
  stageCue,
  turnCue,
} from './lexicon/standing-cues.ts';
import { aiCue, doesSomething, firmAiCue, governsName, placedUseCue, useCue } from './lexicon/use-cues.ts';
import { linksOf, type Place, type Topic, topicAfter } from './linking.ts';
import type { Mention, View } from './mentions.ts';
import { isSentence, type Sentence } from './passages.ts';
import type { ReadablePage } from './read-page.ts';
import { cueIn, standingOfClause, standingsOf } from './standing.ts';
import type { Statement } from './statements.ts';

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
  /** The sentence answers a question about what is used. */
  answers: boolean,
): Statement[] {
  const { text, form } = view.sentence;
  // News of models speaks of nobody's use.
  if (view.mentions.length === 0 || (modelNewsCue.test(text) && (RANKS.test(text) || !ownVoice.test(text))))
    return [];
  const saysUse = useCue.test(text);
  const standings = standingsOf(view);
  const quote = quoteOf(page, view.sentence);
  const told: Statement[] = [];
  let current = topic;
  // The sentence itself tells what was left for what: nothing else ends by it.
  const roles = new Set(view.roles.values());
  const isMoveTold = roles.has('left') && roles.has('taken');
  for (const mention of view.mentions) {
    const said = standings.get(mention) ?? 'current';
    if (said === 'denied' || isAnothers(mention, view) || isNewsOf(mention, view)) continue;
    // Others are compared with the company's own model; that is no statement about its own.
    if (said === 'compared' && mention.providerId === SELF_HOSTED && mention.modelId === null) continue;
    const clause = view.clauses[mention.clause]?.text ?? text;
    const scene = sceneOf(view, mention.clause);
    const links = linksOf(mention, view, places, current, gazetteer);
    if (refines(mention, said, links, position, [...before, ...told])) continue;
    const isMeant = links.some(({ derivation }) => derivation === 'meaning') && isSentence(text);
    const used =
      answers ||
      isMeant ||
      form !== 'prose' ||
      (mention.hosted && mention.modelName !== null) ||
      saysUse ||
      isGoverned(mention, text);
    const lead = text.slice(view.clauses[mention.clause]?.start ?? 0, mention.at);
    const former =
      formerCue.test(clause) && (LONG_AGO.test(clause) || !goesOnCue.test(clause)) && !turnCue.test(lead);
    const standing = former && said === 'current' && STRONGLY_FORMER.test(clause) ? 'ended' : said;
    for (const { useCaseId, derivation, hint, word, share } of links) {
      if (!isStated(useCaseId, derivation, used || standing === 'compared' || standing === 'ended')) continue;
      const { providerId, modelId, modelName, modelKey, hosted } = mention;
      told.push({
        ...{ useCaseId, providerId, modelId, modelName, modelKey, standing, quote, derivation, hosted },
        ...position,
        clause: mention.clause,
        ground: groundAt(mention.clause, view, { used, share }),
        figures: shareOf(mention, view, quote),
        former,
        staged: stageCue.test(scene),
        word,
        hint,
        arrived: form === 'prose' && !isMoveTold && (arrivalCue.test(clause) || nowCue.test(scene)),
        beside: besideCue.test(clause),
      });
      if (derivation !== 'kind') current = topicAfter(current, { useCaseId, hint, word });
    }
  }
  return told
    .filter((statement) => !told.some((other) => isExacter(other, statement)))
    .map((statement, index) => withUseOfNext(statement, told.slice(index + 1)));
}

/** A clause with those before it that name nobody: they set its scene. */
function sceneOf({ clauses, mentions }: View, index: number): string {
  let first = index;
  while (first > 0 && !mentions.some(({ clause }) => clause === first - 1)) first -= 1;
  return clauses
    .slice(first, index + 1)
    .map(({ text }) => text)
    .join('');
}

/** A ranking is news, whoever tested. */
const RANKS = /领先|\bleads\b/i;

/** "弃用 A，摘要改由 B 生成": what was left was left in the use of what came. */
function withUseOfNext(statement: Statement, next: readonly Statement[]): Statement {
  if (statement.useCaseId !== null || statement.standing !== 'ended') return statement;
  const came = next.find(({ standing, useCaseId }) => standing === 'current' && useCaseId !== null);
  return came === undefined ? statement : { ...statement, useCaseId: came.useCaseId, word: came.word };
}

/** Beside a provider's model in the same use, its bare name says nothing more. */
const isExacter = (exact: Statement, vague: Statement) =>
  vague.modelName === null &&
  exact.modelName !== null &&
  exact.providerId === vague.providerId &&
  exact.useCaseId === vague.useCaseId;

const isGoverned = ({ at, end }: Mention, text: string) =>
  governsName.test(text.slice(Math.max(0, at - 30), at)) || doesSomething.test(text.slice(end, end + 24));

/** "Two years ago that was still A." */
const LONG_AGO = /[一两二三几]年前|去年(?:那|的)版|\byears? ago\b|\blast year['’]s\b/i;

const STRONGLY_FORMER =
  /此前|之前|以前|从前|原先|原来|原本|原(?:用|使用|采用|由|系|为|接)|上一代|上一?版|旧版|旧流程|老版|(?:去|前)年款|[一两二三几]年前|去年(?:那|的)版|\b(?:(?:years?|months?) ago|last year['’]s|previously|formerly|used to|had been)\b|\buntil (?!now|today)|\boutgoing\b|\bthe old\b|\bprevious (?:system|version|generation|model|one|supplier|provider)\b/i;

/** A use without a sign that somebody uses it is no use. */
function isStated(useCaseId: string | null, derivation: string, used: boolean): boolean {
  if (useCaseId === null || derivation === 'kind') return used;
  return used || derivation === 'same_clause' || derivation === 'same_sentence';
}

/** "OpenAI released GPT-5.5": its maker's news, nobody's use. */
function isNewsOf(mention: Mention, view: View): boolean {
  const maker = view.hits.findLast(({ entry, end }) => entry.kind === 'provider' && end <= mention.at);
  if (maker === undefined || mention.providerId === SELF_HOSTED || ownVoice.test(view.sentence.text))
    return false;
  const between = view.sentence.text.slice(maker.end, mention.at);
  return maker.entry.id === mention.providerId && between.length < 40 && RELEASES.test(between);
}

const RELEASES =
  /(?:发布|推出|开源|升级)了?[^，。]{0,8}$|降价|\b(?:released|releases|launched|launches|unveiled|announced|open-sourced|cut(?:s)? the price of)\b(?! that)[\w ]{0,14}$/i;

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
  said: string,
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
      statement.standing === said &&
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
  /** What a tender wants is a use by itself. */
  isWanted: boolean,
): Statement[] {
  const { text } = view.sentence;
  if (
    (!firmAiCue.test(text) && !(isWanted && aiCue.test(text))) ||
    otherCompanyCue.test(text) ||
    onlookerCue.test(text)
  )
    return [];
  const isDenied = view.clauses.some(
    (clause) => firmAiCue.test(clause.text) && cueIn(clause.text) === 'denied',
  );
  if (isDenied) return [];
  if (!isWanted && !useCue.test(text) && !placedUseCue.test(text) && cueIn(text) === null) return [];
  const firm = places.filter(({ hint }) => !hint);
  const uses = firm.filter((place, index) => firm.findIndex(({ id }) => id === place.id) === index);
  return uses.flatMap(({ id, clause, hint, word }): Statement[] => {
    const standing = standingOfClause(clause, view);
    if (standing === 'denied' || standing === 'compared' || standing === 'ended') return [];
    return [
      {
        ...{ useCaseId: id, providerId: null, modelId: null, modelName: null, modelKey: null, standing },
        ...{
          hosted: false,
          derivation: 'unnamed',
          former: false,
          staged: false,
          arrived: false,
          beside: false,
        },
        ...position,
        clause,
        ...{ word, hint },
        ground: groundAt(clause, view, { used: true, share: null }),
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
