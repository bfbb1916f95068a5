// Words that turn a statement round or make it stronger than it was. Each kind is one in both languages: a claim that has
// the kind needs a source that has it too.

const KINDS: readonly [string, RegExp][] = [
  [
    'at least',
    /\b(?:at least|no less than|minimum|or more|more than|over|exceed\w*|starts? (?:from|at)|from)\b(?! \d+(?:\.\d+)? to)|至少|不少于|不低于|起步?(?![^，。]*止)|以上|超过(?<!不超过)|高于/i,
  ],
  [
    'at most',
    /\b(?:at most|no more than|up to|maximum|or less|less than|under|below|within|cap(?:ped)?)\b|至多|最多|不超过|不高于|以下|以内|上限|低于(?<!不低于)/i,
  ],
  [
    'more',
    /\b(?:increas\w*|rais(?:e|es|ed|ing)|rises?|rose|higher|grow\w*|doubl\w*)\b|上涨|提高|增加|上升|更高|翻倍/i,
  ],
  [
    'less',
    /\b(?:decreas\w*|reduc\w*|lower\w*|falls?|fell|drop\w*|cuts?|halv\w*|cheaper)\b|下降|降低|减少|下调|更低|更便宜|节省(?!计划)/i,
  ],
  ['free', /\bfree\b|免费|零成本|不收费/i],
  ['included', /\binclud\w*|包含|包括(?<!不包括)/i],
  ['excluded', /\bexclud\w*|\bnot included\b|不含|不包括|除外/i],
  ['before', /\bbefore\b|\bprior to\b|之前|以前/i],
  ['after', /\bafter\b|之后|以后/i],
  ['all', /\b(?:all|every|each|any|whole|entire(?:ly)?|fully)\b|所有|全部|全面|任何|每个/i],
  ['only', /\b(?:only|sole(?:ly)?|exclusive(?:ly)?)\b|仅|只|唯一/i],
  [
    'always',
    /\b(?:always|guarantee[sd]?|never|forever|permanent(?:ly)?|unlimited)\b|始终|永远|永久|保证|承诺|无限/i,
  ],
  [
    'best',
    /\b(?:best|better|superior|outperform\w*|lead(?:s|ing|er)?|first|largest|fastest|faster|cheapest|lowest|highest|most)\b|最[好佳强大快低高优]|优于|胜过|领先|第一|首个|更[好快强]/i,
  ],
  ['must', /\b(?:must|required?|mandatory|obliged)\b|必须|强制|须(?!知)/i],
  [
    'ends',
    /\b(?:discontinu\w*|shut ?down|deprecat\w*|retire\w*|end of (?:life|sale))\b|停服|下线|停售|关停|停止服务/i,
  ],
];

/** Comparisons with a "not" inside are no negations. */
const COMPARISONS = /不超过|不少于|不低于|不高于|不同|不仅|不断|no (?:more|less) than|not only|未来/gi;
const NEGATIONS =
  /\b(?:not|no|never|without|cannot|neither|nor|none|lacks?|fails? to|unable|unavailable|impossible)\b|n't\b|不|没有|没|无法|无需|未|禁止|勿|尚无|暂无|非(?!常)/gi;

/** How often a text says no, comparisons left aside. */
export const negationsOf = (text: string) => text.replace(COMPARISONS, ' ').match(NEGATIONS)?.length ?? 0;

/** Kinds of strong words that a claim has and its source has not. */
export function unsupportedKinds(claim: string, source: string): string[] {
  return KINDS.filter(([, pattern]) => pattern.test(claim) && !pattern.test(source)).map(([kind]) => kind);
}
