import { SELF_HOSTED } from '@tokenholic/reference';
import { groundAt } from './confidence.ts';
import { type Host, providerOf } from './hosting.ts';
import { forAllCue, pointsTo, servesCue } from './lexicon/hosting-cues.ts';
import { otherCompanyCue } from './lexicon/role-cues.ts';
import { denialOfAll, takenBackCue } from './lexicon/standing-cues.ts';
import { sameAgainCue } from './lexicon/use-cues.ts';
import type { Place } from './linking.ts';
import { NO_USE } from './meaning/use-model.ts';
import { ownSharesAt, type View } from './mentions.ts';
import { cueIn } from './standing.ts';
import type { Statement } from './statements.ts';

/** More names than this are in no sentence that is one. */
const MOST_BACK = 40;

/** The statements of the sentence last told of, in the same paragraph. */
export function lastTold(statements: readonly Statement[], paragraph: number): Statement[] {
  const latest = statements.at(-1);
  const last = latest?.paragraph === paragraph ? latest : undefined;
  return last === undefined
    ? []
    : statements.slice(-MOST_BACK).filter(({ sentence }) => sentence === last.sentence);
}

/**
 * "Called through Bailian." "The former runs in our own racks, the latter on Bedrock": a sentence that names who serves but no
 * model and no use tells it of what was said before. True when it was such a sentence.
 */
export function takeHost(
  view: View,
  places: readonly Place[],
  last: readonly Statement[],
  number: number,
): boolean {
  const { text } = view.sentence;
  if (last.length === 0 || view.hosts.length === 0) return false;
  if (denialOfAll.test(text) || otherCompanyCue.test(text)) return false;
  if (view.mentions.some(({ modelName }) => modelName !== null) || places.some(({ hint }) => !hint))
    return false;
  if (tellsOwnUse(view)) return false;
  const isOfAll = forAllCue.test(text);
  const open = last.filter(
    ({ modelName, hosted, standing, sentence }) =>
      modelName !== null && !hosted && (standing !== 'ended' || isOfAll) && number - sentence <= FAR,
  );
  let taken = false;
  for (const host of view.hosts) {
    const clause = view.clauses[host.clause]?.text ?? '';
    if ((!servesCue.test(clause) && host.id !== SELF_HOSTED) || cueIn(clause) !== null) continue;
    for (const statement of served(host, clause, open)) {
      statement.providerId = providerOf(host);
      statement.hosted = true;
      taken = true;
    }
  }
  return taken;
}

/** A sentence that means a use of its own tells of that one. */
function tellsOwnUse(view: View): boolean {
  const shares = [...(ownSharesAt(-1, view) ?? [])];
  return shares.some(([use, share]) => use !== NO_USE && share > OWN_USE);
}

const OWN_USE = 0.35;

/** Sentences back in which a host is still told of what they named. */
const FAR = 2;

function served(host: Host, clause: string, open: readonly Statement[]): Statement[] {
  const one = pointsTo(clause);
  const named = one === 'first' ? open.at(0) : open.at(-1);
  if (named === undefined) return [];
  if (one === null && forAllCue.test(clause))
    return open.filter(({ providerId }) => providerId !== providerOf(host));
  if (one === null) return [...open];
  return open.filter(({ modelName }) => modelName === named.modelName);
}

/** "Literature is summarised by the same assistant": what was last told of has another use. */
export function toldAgain(view: View, places: readonly Place[], last: readonly Statement[]): Statement[] {
  const firm = places.filter(({ hint }) => !hint);
  const source = last
    .filter(({ standing, providerId }) => standing === 'current' && providerId !== null)
    .at(-1);
  if (source === undefined || firm.length === 0) return [];
  const cue = sameAgainCue.exec(view.sentence.text);
  if (cue === null) return [];
  const known = new Set(last.map(({ useCaseId }) => useCaseId));
  const uses = [...new Set(firm.map(({ id }) => id))].filter((id) => !known.has(id));
  const ground = groundAt(-1, view, { used: true, share: null });
  return uses.map((useCaseId) => ({ ...source, useCaseId, ground, figures: [], derivation: 'carried' }));
}

/** "The company denied it.": what was only rumoured in the sentence before is taken back. */
export function isTakenBack(view: View, statement: Statement, number: number): boolean {
  const { text } = view.sentence;
  const isReply = number - statement.sentence === 1 && SHORT_DENIAL.test(text);
  return (
    statement.standing === 'speculated' &&
    number - statement.sentence <= FAR &&
    (isReply || takenBackCue.test(text) || denialOfAll.test(text)) &&
    view.mentions.every(({ providerId }) => providerId !== statement.providerId)
  );
}

/** "We didn't." */
const SHORT_DENIAL =
  /^\s*(?:[\w\u4e00-\u9fff]{1,8}[:：]\s*)?(?:we (?:did|do|have|are)(?:n['’]t| not)|not true|no such thing|没有的事|没有这回事|不是真的)/i;

/** "It was retired in May.": a sentence that names nothing tells how what came before it ended. */
export function takeOutcome(view: View, places: readonly Place[], last: readonly Statement[]): void {
  const { text } = view.sentence;
  const isAbout = text.length < 60 || BACK.test(text);
  if (last.length === 0 || view.mentions.length > 0 || places.some(({ hint }) => !hint) || !isAbout) return;
  const says = cueIn(text);
  for (const statement of last)
    if (statement.standing === 'current' && statement.former && says === 'ended')
      statement.standing = 'ended';
}

const BACK =
  /^\s*(?:它|他|该|这|那|此|后来|半年后|最终|最后|both\b|it\b|that\b|this\b|they\b|neither\b|none\b)/i;

/** A paragraph that states more than this is no paragraph; what lies further back is left as it was. */
export const WITHIN_REACH = 80;

/** What an arrival on the scene leaves behind: "we built it on A. Last winter we moved it to B" ends A. */
export function endEarlier(statements: readonly Statement[], now: readonly Statement[]): void {
  for (const arrival of now) {
    if (arrival.standing !== 'current' || arrival.providerId === null) continue;
    for (const earlier of statements.slice(-WITHIN_REACH)) {
      if (earlier === arrival) break;
      if (leavesSameUse(earlier, arrival))
        [earlier.useCaseId, earlier.word] = [arrival.useCaseId, arrival.word];
      if (isLeftFor(earlier, arrival)) earlier.standing = 'ended';
    }
  }
}

/** "They gave up A in April; summaries now come from B": A was left in the use of B. */
const leavesSameUse = (earlier: Statement, arrival: Statement) =>
  earlier.standing === 'ended' &&
  earlier.useCaseId === null &&
  arrival.arrived &&
  earlier.paragraph === arrival.paragraph &&
  arrival.sentence - earlier.sentence <= 1;

function isLeftFor(earlier: Statement, arrival: Statement): boolean {
  const isSameUse = earlier.useCaseId === arrival.useCaseId && earlier.paragraph === arrival.paragraph;
  if (!isSameUse || earlier.standing !== 'current' || earlier.providerId === null) return false;
  const isVague = earlier.modelName === null || arrival.modelName === null;
  if (earlier.providerId === arrival.providerId && (isVague || earlier.modelName === arrival.modelName))
    return false;
  if (earlier.sentence === arrival.sentence && earlier.clause === arrival.clause) return false;
  if (arrival.beside) return false;
  if (!areOfOneKind(earlier.word, arrival.word)) return false;
  return arrival.arrived || (earlier.staged ? arrival.staged : earlier.former);
}

/** "客服" and "智能客服" are one thing; "病历生成" and "导诊" are two, though both are one kind of use. */
function areOfOneKind(a: string | null, b: string | null): boolean {
  return a === null || b === null || a.includes(b) || b.includes(a);
}

/** What is compared and, elsewhere on the page, in use for the same: the comparison says nothing more. */
export function withoutIdleComparisons(statements: readonly Statement[]): Statement[] {
  const key = ({ useCaseId, modelName, providerId }: Statement) =>
    `${useCaseId}|${(modelName ?? providerId ?? '').toLowerCase()}`;
  const settled = new Set(statements.filter(({ standing }) => standing !== 'compared').map(key));
  return statements.filter((statement) => statement.standing !== 'compared' || !settled.has(key(statement)));
}

/** Who serves a model in a use, told once, holds wherever the page names the model for this use again. */
export function spreadHosts(statements: readonly Statement[]): void {
  const hosts = new Map<string, string>();
  const key = ({ useCaseId, modelName }: Statement) => `${useCaseId}|${(modelName ?? '').toLowerCase()}`;
  for (const statement of statements) {
    if (statement.hosted && statement.modelName !== null && statement.providerId !== null)
      hosts.set(key(statement), statement.providerId);
  }
  for (const statement of statements) {
    const host = hosts.get(key(statement));
    if (statement.modelName !== null && !statement.hosted && host !== undefined) statement.providerId = host;
  }
}

/** Who serves, told before what is served. */
export interface Scene {
  providerId: string | null;
  sentence: number;
}

/** "A repair assistant in our own data centre; the model is Llama": who serves is told in the sentence before the model. */
export function takeScene(
  scene: Scene | null,
  view: View,
  now: readonly Statement[],
  sentence: number,
): Scene | null {
  const isNext = scene !== null && scene.sentence === sentence - 1 && GOES_ON.test(view.sentence.text);
  if (isNext)
    for (const statement of now)
      if (statement.modelName !== null && !statement.hosted) {
        statement.providerId = scene.providerId;
        statement.hosted = true;
      }
  const [host] = view.hosts;
  const isOpen = host !== undefined && now.every(({ modelName }) => modelName === null);
  return isOpen ? { providerId: providerOf(host), sentence } : null;
}

const GOES_ON =
  /^\s*(?:the |its |their )?(?:underlying |base )?(?:model|models|engine)\b|^\s*(?:模型|底座|大模型|基座|底层|背后)/i;
