// Falsifies a true sentence in the ways a model, or a hostile document, gets facts wrong.

export interface Mutant {
  kind: 'figure' | 'swap' | 'unit' | 'name' | 'negation' | 'comparison' | 'strength';
  text: string;
}

const SWAPS: readonly [Mutant['kind'], RegExp, string][] = [
  ['unit', /\bCNY\b/, 'USD'],
  ['unit', /\bUSD\b/, 'CNY'],
  ['unit', /(\d)\s*元/, '$1 美元'],
  ['unit', /(\d[\d.]*)\s*%/, '$1 CNY'],
  ['unit', /(\d \w+ )(a|per) month\b/, '$1$2 year'],
  ['unit', /(\d[\d.,]*) ?(days?)\b/, '$1 months'],
  ['unit', /(\d[\d.,]*) ?M\b/, '$1 K'],
  ['unit', /(\d[\d.,]*) ?K\b/, '$1 M'],
  ['unit', /(\d[\d.,]*) ?亿/, '$1 万'],
  ['comparison', /\bup to\b/i, 'at least'],
  ['comparison', /\bat least\b/i, 'at most'],
  ['comparison', /\bbelow\b/i, 'above at least'],
  ['comparison', /以上/, '以下'],
  ['comparison', /以下/, '以上'],
  ['negation', /\bcannot\b/, 'can'],
  ['negation', /\b(is|are|does|do) not\b/, '$1'],
  ['negation', /\bno\b/, 'a'],
  ['negation', /\b(is|are|can|has|have)\b/, '$1 not'],
  ['negation', /不支持/, '支持'],
  ['negation', /(?<!不)支持/, '不支持'],
  ['negation', /没有/, '有'],
  ['negation', /\bwithout\b/, 'with'],
];

const STRONGER: readonly [RegExp, (text: string) => string][] = [
  [/\b(?:free|always|guarante)/i, (text) => `${text.replace(/[.。]$/, '')}, guaranteed for free`],
  [/免费|保证|始终/, (text) => `${text.replace(/[.。]$/, '')}，始终免费`],
];

/** Each way in which this sentence can be falsified, once. */
export function mutantsOf(sentence: string): Mutant[] {
  const mutants: Mutant[] = [];
  const add = (kind: Mutant['kind'], text: string) => {
    if (text !== sentence) mutants.push({ kind, text });
  };
  for (const [kind, pattern, into] of SWAPS)
    if (pattern.test(sentence)) add(kind, sentence.replace(pattern, into));
  // A figure that stands nowhere: another digit in front.
  add('figure', sentence.replace(/(?<![\p{L}\d.,-])(\d)/u, '97$1'));
  const model = /\b(?:qwen|Qwen|wan|Wan|doubao|Doubao)[\w.]*(?:-[\w.]+)*/.exec(sentence)?.[0];
  if (model !== undefined) {
    add('name', sentence.replace(model, `${model}-Ultra9`));
    add('name', sentence.replace(model, 'Hunyuan-Turbo9'));
  }
  const isChinese = /[，。]|\p{Script=Han}{6}/u.test(sentence);
  const [english, chinese] = STRONGER;
  const wanted = isChinese ? chinese : english;
  if (wanted !== undefined && !wanted[0].test(sentence)) add('strength', wanted[1](sentence));
  return mutants;
}
