import type { Standing } from '@tokenholic/contracts';
import { denialOfAll, leavingCue, preferredCue, standingCues, switchCue, useCue } from './lexicon/cues.ts';
import type { Mention, View } from './mentions.ts';
import type { Clause } from './passages.ts';

/** What a sentence says of a mention: in use, planned, ended …; denied means that nothing is claimed. */
export function standingOf(mention: Mention, view: View): Standing | 'denied' {
  const { clause } = mention;
  const sentence = view.sentence.text;
  if (denialOfAll.test(sentence) || isDeniedElsewhere(mention, view)) return 'denied';
  if (isLeft(mention)) return 'ended';
  if (isPreferred(mention)) return 'current';
  return standingOfClause(clause, view);
}

/** The clause decides; a cue elsewhere in the sentence counts when it stands in a clause that names nobody itself. */
export function standingOfClause(clause: Clause, view: View): Standing | 'denied' {
  const own = cueIn(clause.text);
  if (own !== null) return own;
  const loose = view.clauses.filter(
    (item) => item !== clause && !view.mentions.some((mention) => mention.clause === item),
  );
  const cue = loose.map((item) => cueIn(item.text)).find((standing) => standing !== null);
  if (cue === undefined) return 'current';
  if (cue === 'compared') return useCue.test(clause.text) ? 'current' : cue;
  const clausesWithUse = view.clauses.filter((item) => useCue.test(item.text) && cueIn(item.text) === null);
  return view.mentions.length > 1 && clausesWithUse.includes(clause) ? 'current' : cue;
}

export function cueIn(text: string): Standing | 'denied' | null {
  return standingCues.find(({ pattern }) => pattern.test(text))?.standing ?? null;
}

/** "The rumour that it uses Kimi is wrong: it does not use Kimi" claims nothing, in neither half. */
function isDeniedElsewhere(mention: Mention, { mentions }: View): boolean {
  return mentions.some(
    (other) =>
      other.providerId === mention.providerId &&
      other.clause !== mention.clause &&
      cueIn(other.clause.text) === 'denied',
  );
}

/** "From A to B", "由 A 换成 B", "replacing A": what stands on the left side of a move is no longer in use. */
function isLeft({ clause, at }: Mention): boolean {
  const place = at - clause.start;
  for (const { pattern, side } of leavingCue) {
    const found = pattern.exec(clause.text);
    if (found === null) continue;
    const [start, end] = [found.index, found.index + found[0].length];
    if (side === 'inside' ? place >= start && place < end : place >= end && place - end < 24) return true;
  }
  return false;
}

/** "A rather than B": A is what is used. */
function isPreferred({ clause, at }: Mention): boolean {
  const found = preferredCue.exec(clause.text);
  return found !== null && at - clause.start < found.index && useCue.test(clause.text);
}

/** Whether a sentence says that what the sentences before it told of was exchanged for something else. */
export function tellsOfSwitch(view: View): boolean {
  return view.mentions.length > 0 && switchCue.test(view.sentence.text);
}
