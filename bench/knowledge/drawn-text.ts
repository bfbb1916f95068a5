// Passages made of words drawn by Zipf's law, so that common words are as common as in prose; the same in every run.

let seed = 20_261_121;
export const random = () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return seed / 4_294_967_296;
};
const syllables = 'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu'.split(' ');
const word = (rank: number) => {
  let text = '';
  for (let rest = rank + 21; rest > 0; rest = Math.floor(rest / 20)) text += syllables[rest % 20] ?? '';
  return text;
};
/** A word by Zipf's law over about sixty thousand. */
export const drawnWord = () => word(Math.floor(Math.exp(random() * Math.log(60_000))));
const sentence = (words: number) => `${Array.from({ length: words }, drawnWord).join(' ')}.`;
export const drawnPassage = () => Array.from({ length: 6 }, () => sentence(14)).join(' ');

const DIMENSIONS = 512;
const directions = new Map<string, Float32Array>();

function directionOf(name: string): Float32Array {
  const known = directions.get(name);
  if (known !== undefined) return known;
  let state = 2_166_136_261;
  for (const letter of name) state = Math.imul(state ^ letter.charCodeAt(0), 16_777_619);
  const made = Float32Array.from({ length: DIMENSIONS }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state / 2 ** 31;
  });
  directions.set(name, made);
  return made;
}

/** The sum of a direction for each word: close where texts share words. What it costs to make is not what an encoder costs. */
export function drawnVector(text: string): Float32Array {
  const sum = new Float32Array(DIMENSIONS);
  for (const name of text.toLowerCase().match(/[a-z]+/g) ?? [])
    directionOf(name).forEach((value, at) => {
      sum[at] = (sum[at] ?? 0) + value;
    });
  const length = Math.hypot(...sum) || 1;
  return sum.map((value) => value / length);
}
