/** A sentence with its place in the page and the heading it stands under. */
export interface Sentence {
  text: string;
  start: number;
  paragraph: number;
  heading: string;
}

/** A part of a sentence that makes its own statement. */
export interface Clause {
  text: string;
  start: number;
}

const HEADING = /^#{1,6}\s+(.*)$/;
const SENTENCE_END =
  /[。！？!?；;]+[”"’')）]*|\.(?=\s|$)(?<!\b(?:e\.g|i\.e|incl|approx|vs|Inc|Ltd|Corp|No|approx)\.)/g;
const CLAUSE_END = /[，,：:]|——|(?:\s(?:but|while|whereas|although)\s)|(?:而(?!且)|但(?:是)?|不过)/g;

/** Cuts a page's text into sentences. Lines are paragraphs; a `#` line is the heading of what follows. */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let heading = '';
  let paragraph = 0;
  let start = 0;
  for (const line of text.split('\n')) {
    const title = HEADING.exec(line.trim())?.[1];
    if (title !== undefined) heading = title;
    if (line.trim() === '' || title !== undefined) paragraph += 1;
    for (const piece of pieces(line, SENTENCE_END)) {
      if (piece.text.trim() !== '')
        sentences.push({ text: piece.text, start: start + piece.start, paragraph, heading });
    }
    start += line.length + 1;
  }
  return sentences;
}

export function splitClauses(sentence: string): Clause[] {
  return pieces(sentence, CLAUSE_END);
}

function pieces(text: string, boundary: RegExp): { text: string; start: number }[] {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(boundary)) {
    const to = match.index + match[0].length;
    parts.push({ text: text.slice(from, to), start: from });
    from = to;
  }
  if (from < text.length) parts.push({ text: text.slice(from), start: from });
  return parts;
}
