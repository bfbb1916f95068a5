import { type Standing, standingSchema } from '@tokenholic/contracts';
import {
  cameToNothing,
  denialOfAll,
  formerCue,
  goesOnCue,
  ofTheOldCue,
  standingCues,
  takenBackCue,
  triedCue,
  turnCue,
} from './lexicon/standing-cues.ts';
import { useCue } from './lexicon/use-cues.ts';
import { type Mention, standingSharesAt, type View } from './mentions.ts';
import { isSentence } from './passages.ts';

export type Told = Standing | 'denied';

const STANDINGS = standingSchema.options;

/** What a sentence says of each mention: in use, planned, ended …; denied means that nothing is claimed. */
export function standingsOf(view: View): ReadonlyMap<Mention, Told> {
  const { text } = view.sentence;
  if (denialOfAll.test(text)) return new Map(view.mentions.map((mention) => [mention, 'denied']));
  const { roles } = view;
  const told = view.mentions.map((mention): [Mention, Told] => {
    const clauseSays = standingOfClause(mention.clause, view);
    const lead = text.slice(view.clauses[mention.clause]?.start ?? 0, mention.at);
    // "Where there used to be people there is now …": what comes after the turn is so.
    const said = clauseSays === 'ended' && turnCue.test(lead) ? 'current' : clauseSays;
    const role = roles.get(mention);
    const isMere = said === 'planned' || said === 'speculated';
    if (OPTIONAL.test(text) && (role === 'left' || role === 'taken'))
      return [mention, role === 'left' ? 'current' : 'denied'];
    if (said === 'denied' && role !== 'taken') return [mention, said];
    // Of a move that is only planned, what would be left is still there.
    if (role === 'left') return [mention, isMere ? 'current' : 'ended'];
    if (role === 'beside') return [mention, 'compared'];
    if (role === 'taken') return [mention, isMere ? said : 'current'];
    return [mention, said];
  });
  return new Map(
    told.map(([mention, said]) => [mention, isDeniedElsewhere(mention, told) ? 'denied' : said]),
  );
}

/** What a clause says of standing: its words decide alone, where none tells what it means does. */
export function standingOfClause(index: number, view: View): Told {
  return saidOfClause(index, view) ?? meantOfClause(index, view) ?? 'current';
}

/**
 * How often each standing is the right one where no word tells it, of 957 names in the passages to develop by. The weights were
 * learnt from as many sentences of each.
 */
const USUALLY: Readonly<Record<Standing, number>> = {
  ...{ current: 0.89, ended: 0.059, planned: 0.023, compared: 0.023, speculated: 0.004 },
};

function meantOfClause(index: number, view: View): Standing | null {
  if (!isSentence(view.sentence.text)) return null;
  const shares = standingSharesAt(index, view);
  if (shares === null) return null;
  const weighed = STANDINGS.map((standing) => ({
    standing,
    weight: (shares.get(standing) ?? 0) * USUALLY[standing],
  }));
  return weighed.reduce((a, b) => (b.weight > a.weight ? b : a)).standing;
}

/** Null where no word tells. The clause decides; a clause that names nobody tells of the names before it, or sets the scene for those after it. */
function saidOfClause(index: number, view: View): Told | null {
  const { clauses, mentions } = view;
  const clause = clauses[index]?.text ?? '';
  const own = cueOf(index, view);
  if (own === 'ended' && TRIAL.test(clause)) return 'compared';
  if (own === 'denied' && triedCue.test(clause)) return 'compared';
  if (own === 'speculated' && clauses.slice(index).some(({ text }) => takenBackCue.test(text)))
    return 'denied';
  if ((own === 'compared' || own === 'planned') && isRumour(view)) return 'speculated';
  if (own === 'planned' && WINDS_DOWN.test(clause)) return 'current';
  if (own === 'planned' && DONE.test(clause) && !WILL.test(clause)) return 'current';
  if (own !== null) return own;
  if (goesOnCue.test(clause)) return 'current';
  const isLoose = (place: number) => !mentions.some((mention) => mention.clause === place);
  for (let before = index - 1; before >= 0 && isLoose(before); before -= 1) {
    const scene = cueOf(before, view);
    if (scene === 'planned' && DONE.test(clause) && !WILL.test(clause)) return 'current';
    if (scene === 'speculated' || scene === 'planned') return scene;
    if (scene === 'compared' && isRumour(view)) return 'speculated';
    if (scene === 'ended' && formerCue.test(clauses[before]?.text ?? '')) return scene;
    if (scene === 'compared' && !useCue.test(clause)) return scene;
    // "Not supported: A, B": what the label says holds for what it is put to.
    if (scene !== null && LABEL.test(clauses[before]?.text ?? '')) return scene;
  }
  for (let after = index + 1; after < clauses.length && isLoose(after); after += 1) {
    const text = clauses[after]?.text ?? '';
    const outcome = cueOf(after, view);
    if (outcome === null || hasOwnUse(after, view)) continue;
    if (outcome === 'planned' && !STARTS.test(text)) continue;
    if (outcome === 'compared' && useCue.test(clause)) continue;
    if (outcome === 'denied' && triedCue.test(clause)) return 'compared';
    if (outcome === 'denied' && !cameToNothing.test(text) && !takenBackCue.test(text)) continue;
    if (outcome === 'ended' && ofTheOldCue.test(text)) continue;
    return outcome;
  }
  return null;
}

/** A start that lies ahead: "上线", "goes live". */
const STARTS =
  /上线|推广|铺开|推开|投用|投产|启用|试点|落地|推出|开通|引入|接入|采用|上市|推送|\b(?:launch|live|start|begin|roll|available|open|pilot|introduc|adopt|deploy)\w*/i;

/** "It can be switched to B": nothing has moved. */
const OPTIONAL =
  /可以?(?:在[^，。]{0,8})?(?:换成|切换[为到])|能不能换|\bcan be (?:pointed|switched|swapped)\b/i;

/** What will end is still there. */
const WINDS_DOWN =
  /将(?:会|于[^，。]{0,8})?(?:逐步)?(?:退出|停用|下线|淘汰|到期)|\bwill be (?:phased out|retired|switched off|replaced)\b/i;

/** What ended was a trial, no use. */
const TRIAL = /试用期?|\btrial\b/i;

/** The sentence as a whole is hearsay. */
const isRumour = ({ clauses }: View) => clauses.some(({ text }) => HEARSAY.test(text));
const HEARSAY =
  /传闻|据传|据称|消息称|媒体称|报道称|消息人士|知情人|接近[^，。]{0,8}人士|据说|传言|(?:业内|外界|市场)(?:普遍)?(?:预计|猜测)|rumou?red|reportedly|\b(?:sources?|people|persons?|observers|analysts)\b[^,.]{0,30}\b(?:said|say|expect)/i;

/** "From the third quarter they have been written with …": told as done. */
const DONE = /\b(?:has|have) (?:been|run|used|answered|taken)\b|\bwere\b|\bwas\b/i;
const WILL = /\b(?:will|plans?|planned|is to|are to|intends?|expects?|to be)\b/i;

/** A clause that is put before others as their label. */
const LABEL = /^[^：:]{1,24}[：:]\s*$/;

/** A clause with a use of its own tells of that one. */
function hasOwnUse(index: number, { clauses, hits }: View): boolean {
  const from = clauses[index]?.start ?? 0;
  const to = clauses[index + 1]?.start ?? Number.POSITIVE_INFINITY;
  return hits.some(
    ({ entry, start }) => entry.kind === 'use_case' && !entry.context && start >= from && start < to,
  );
}

function cueOf(index: number, { cues, clauses }: View): Told | null {
  const known = cues.get(index);
  if (known !== undefined) return known;
  const cue = cueIn(clauses[index]?.text ?? '');
  cues.set(index, cue);
  return cue;
}

export function cueIn(text: string): Told | null {
  return standingCues.find(({ pattern }) => pattern.test(text))?.standing ?? null;
}

/** "The rumour that it uses Kimi is wrong: it does not use Kimi" claims nothing, in neither half. */
function isDeniedElsewhere(mention: Mention, told: readonly (readonly [Mention, Told])[]): boolean {
  return told.some(
    ([other, said]) =>
      said === 'denied' &&
      other.clause !== mention.clause &&
      other.providerId === mention.providerId &&
      other.modelName === mention.modelName,
  );
}
