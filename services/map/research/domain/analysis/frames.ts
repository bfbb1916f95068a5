import type { Mention } from './mentions.ts';

/** The part that a name plays in a sentence of moving, replacing or comparing. */
export type Role = 'left' | 'taken' | 'beside';

/** Names become single marks, so that a pattern can speak of places instead of words. */
const MARK = '[\\uE000-\\uE0FF]';
const LIST = `(?:${MARK}(?:(?:、|和|与|及|,? and |,? or )${MARK})*)`;
const LEFT = `(?<left>${LIST})`;
const TAKEN = `(?<taken>${LIST})`;
const BESIDE = `(?<beside>${LIST})`;
/** Words that are no name, within a clause and within a sentence. */
const near = (most: number) => `[^，。,.\\uE000-\\uE0FF]{0,${most}}?`;
const far = (most: number) => `[^。\\uE000-\\uE0FF]{0,${most}}?`;

const MOVED =
  '(?:moved|migrated|switched|ported|shifted|changed|went|swapped|moving|migrating|switching|move|migrate|switch|moves)';
const GOES = '(?:换|迁|切|改|升级|挪|搬|转|调整|过渡)(?:移|换|用|由)?(?:到|至|为|成|给|了|上|回){1,2}';
const THEN =
  '(?:换成|换到|换为|换用|换上|改由|改成|替换成|替换为|换为|切换?到|迁移?到|迁至|改为|改用|转向|转到|让位于?|升级[为到])';

const FRAMES: readonly RegExp[] = [
  // Chinese: a move from one to the other, one in place of the other.
  `(?:由|从|自|把|将)${near(20)}${LEFT}${near(12)}${GOES}${far(24)}${TAKEN}`,
  `${LEFT}${near(10)}被${near(8)}${TAKEN}${near(10)}(?:取代|替代|替换|替下)`,
  `${LEFT}${near(12)}${THEN}了?${near(18)}${TAKEN}`,
  `${TAKEN}${near(16)}(?:取代|替代|替换|替下|顶替|接替)(?:了|掉)?${near(16)}${LEFT}`,
  `(?:取代|替代|替换|替下|顶替|接替)(?:了|掉)?(?:原有的|原来的|此前的|之前的|现有的)?${near(6)}${LEFT}`,
  // English.
  `\\bfrom\\b${far(44)}${LEFT}${far(30)}\\b(?:on|in)?to\\b${far(40)}${TAKEN}`,
  `\\b${MOVED}\\b${far(30)}\\b(?:off|away from|from|out of)\\b${far(20)}${LEFT}${far(40)}\\b(?:on ?to|to|in favou?r of|for)\\b${far(30)}${TAKEN}`,
  `\\b(?:replac(?:ed?|es|ing)|swap(?:s|ped|ping)?|exchang\\w+|traded|ditched|dropped|retired|ended|left)\\b${far(30)}${LEFT}${far(24)}\\b(?:with|for|by|in favou?r of)\\b${far(30)}${TAKEN}`,
  `${LEFT}${far(30)}\\b(?:was|were|has been|have been|been|is|being)\\b${near(14)}\\b(?:replaced|superseded|swapped|displaced)\\b${near(10)}\\b(?:by|with|for)\\b${far(30)}${TAKEN}`,
  `${TAKEN}${far(60)}\\b(?:replac(?:es|ed|ing)|supersed(?:es|ed|ing)|takes? over from|took over from|taking over from|in place of|succeed(?:s|ed|ing))\\b(?! by)${far(30)}${LEFT}`,
  `\\b(?:replac(?:ed|es|ing)|supersed(?:es|ed|ing))\\b(?! (?:by|with))${near(30)}${LEFT}`,
  `\\b${MOVED}\\b${far(24)}\\b(?:off|away from)\\b${far(20)}${LEFT}`,
  `\\bafter\\b${near(24)}\\b(?:years?|months?|weeks?)\\b (?:on|with|of)\\b${near(10)}${LEFT}`,
  `\\b(?:started|began|first ran|launched)\\b(?: out| life)? (?:on|with)\\b${near(10)}${LEFT}`,
  // What others are measured by, or what was not chosen.
  `(?:与|和|跟|同|比起|相比|较之|相较于)${near(12)}${BESIDE}${near(14)}(?:相比|比较|对比|相较|不同|比起来)`,
  `(?<!对)比${near(6)}${BESIDE}${near(12)}(?:更|要|好|快|强|稳|便宜|低|高|准|贵)`,
  `(?:而不是|而非|没有?选|不选|放弃了?|优于|胜过|强过|好过|不及|不如|逊于|而没有用)${near(12)}${BESIDE}`,
  `\\b(?:compared (?:\\w+ ){0,2}(?:with|to|against)|unlike|versus|vs\\.?|rather than|instead of|(?:chosen|preferred|picked|favou?red|selected) over|(?:better|worse|slower|faster|cheaper|dearer|more \\w+) than|outperform(?:s|ed)?|ahead of|contrast(?:ed)? (?:\\w+ ){0,4}with|benchmarked (?:\\w+ )?against)\\b${near(44)}${BESIDE}`,
].map((pattern) => new RegExp(pattern, 'gi'));

/** A word without which no frame can hold: most sentences have none. */
const MOVES =
  /[换迁切改挪搬转替比]|升级|调整|过渡|让位|接手|接替|取代|[与和跟同].{0,30}(?:相比|对比|不同)|而不是|而非|不选|没有?选|放弃|[优逊]于|胜过|[强好]过|不[及如]|\b(?:from|off|away|replac|swap|exchang|trad|ditch|dropp|retir|ended|left|supersed|displac|took|take|taking|place of|succeed|after|start|began|first ran|launch|compared|unlike|versus|vs|rather|instead|over|than|outperform|ahead|contrast|benchmarked)/i;

/** The roles of a sentence's names. What is in no frame plays none. */
export function rolesIn(text: string, mentions: readonly Mention[]): ReadonlyMap<Mention, Role> {
  const roles = new Map<Mention, Role>();
  if (mentions.length === 0 || !MOVES.test(text)) return roles;
  const marked = markedText(text, mentions);
  for (const frame of FRAMES)
    for (const { groups } of marked.matchAll(frame))
      for (const role of ['left', 'taken', 'beside'] as const)
        for (const mark of groups?.[role] ?? '') {
          const mention = mentions[mark.charCodeAt(0) - FIRST_MARK];
          if (mention !== undefined && !roles.has(mention)) roles.set(mention, role);
        }
  return roles;
}

const FIRST_MARK = 0xe000;
const MOST_MARKS = 256;

function markedText(text: string, mentions: readonly Mention[]): string {
  let marked = '';
  let from = 0;
  for (const [index, { at, end }] of mentions.slice(0, MOST_MARKS).entries()) {
    if (at < from) continue;
    marked += text.slice(from, at) + String.fromCharCode(FIRST_MARK + index);
    from = end;
  }
  return marked + text.slice(from);
}
