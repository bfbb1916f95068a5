const FIGURE = /\d+(?:\.\d+)?\s*(?:%|％|倍|万|亿|元|毫秒|ms\b|percent|times|yuan|million|x\b)/gi;
const SOURCE =
  /来源|根据|实测|报告|官网|文档|公开数据|source|according to|measured|report|published|document/i;
const OPEN = /什么|怎么|如何|哪些|为什么|多少|谁|what|how|why|which|who|when|tell me/i;
const STEP =
  /下周|下一步|约个|安排|试点|PoC|会议|next step|next week|schedule|pilot|meeting|proof of concept/i;
const VALUE = /节省|降低|提升|回报|价值|收益|减少|save|reduc|increas|return|value|benefit|improv/i;
const CARE = /理解|明白您|确实|understand|I see|fair (point|concern)/i;

/** What can be told from one line of the seller by its words alone. */
export interface Reading {
  question: 'open' | 'closed' | null;
  figures: string[];
  sourced: boolean;
  step: boolean;
  value: boolean;
  care: boolean;
  /** Long enough to lose a listener. */
  long: boolean;
}

export function readLine(text: string): Reading {
  const asks = /[?？]|吗[。\s]*$/.test(text);
  return {
    question: asks ? (OPEN.test(text) ? 'open' : 'closed') : null,
    figures: text.match(FIGURE) ?? [],
    sourced: SOURCE.test(text),
    step: STEP.test(text),
    value: VALUE.test(text),
    care: CARE.test(text),
    long: countWords(text) > 120,
  };
}

/** Words of a text; a Chinese character counts as one, as in the usual word counts. */
export function countWords(text: string): number {
  return text.match(/[\p{Script=Han}]|[\p{L}\p{N}]+/gu)?.length ?? 0;
}
