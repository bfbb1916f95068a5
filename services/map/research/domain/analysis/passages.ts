/** A sentence with its place in the page and the heading it stands under. */
export interface Sentence {
  text: string;
  start: number;
  paragraph: number;
  heading: string;
  /** A row of a table tells one thing; an item of a list and running text are read clause by clause. */
  form: 'prose' | 'item' | 'row';
}

/** A part of a sentence that makes its own statement. */
export interface Clause {
  text: string;
  start: number;
}

const HEADING = /^#{1,6}\s+(.*)$/;
const RULE_OF_TABLE = /^[\s|:+-]+$/;
const ROW = /^\s*\|.*\|\s*$/;
const ITEM = /^\s*(?:[-*•·▪●]|\d{1,2}[.、)）]|[（(]\d{1,2}[)）]|[①-⑩])\s*(?=\S)/;
const SENTENCE_END =
  /[。！？!?；;]+[”"’'）)]*|\.(?:["”’')])?(?=\s|$)(?<!\b(?:e\.g|i\.e|incl|approx|vs|Inc|Ltd|Corp|No|Mr|Mrs|Dr|St|^\s*\d{1,2})\.)/g;
const CLAUSE_END =
  /[，,：:]|——| – | — |\s(?:but|while|whereas|although)\s|\sand\s(?=(?:we|they|it|now|then|today|has|have|had|is|are|was|were|will|self-host\w*|use|uses|used|run|runs|stays?|keeps?|kept|moved|switched|replaced|gave|adopted|chose|lets?)\b)|而(?!且|不是|非)|但(?:是)?|不过/g;

/** Nobody writes longer sentences; what does is rubbish, or a page without full stops, and is read in pieces. */
const LONGEST = 400;

/** Cuts a page's text into sentences. Lines are paragraphs; a `#` line is the heading of what follows. */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let heading = '';
  let paragraph = 0;
  let start = 0;
  for (const line of text.split('\n')) {
    const title = line.length < LONGEST ? HEADING.exec(line.trim())?.[1] : undefined;
    if (title !== undefined) heading = title;
    if (line.trim() === '' || title !== undefined) paragraph += 1;
    if (title === undefined || line.length > 0) {
      const form = formOf(line);
      if (form !== 'rule')
        for (const piece of form === 'row' ? bounded({ text: line, start: 0 }) : sentencesOf(line))
          if (piece.text.trim() !== '')
            sentences.push({ text: piece.text, start: start + piece.start, paragraph, heading, form });
    }
    start += line.length + 1;
  }
  return sentences;
}

function formOf(line: string): Sentence['form'] | 'rule' {
  if (line.length > LONGEST) return 'prose';
  if (ROW.test(line)) return RULE_OF_TABLE.test(line) ? 'rule' : 'row';
  return ITEM.test(line) ? 'item' : 'prose';
}

const sentencesOf = (line: string) => pieces(line, SENTENCE_END).flatMap(bounded);

/** Pieces of at most the longest length, cut where a clause or a word ends if there is such a place. */
function bounded(piece: Clause): Clause[] {
  const parts: Clause[] = [];
  let { text, start } = piece;
  while (text.length > LONGEST) {
    const head = text.slice(0, LONGEST);
    const place = Math.max(head.lastIndexOf('，'), head.lastIndexOf(', '), head.lastIndexOf(' '));
    const length = place > LONGEST / 2 ? place + 1 : LONGEST;
    parts.push({ text: text.slice(0, length), start });
    [text, start] = [text.slice(length), start + length];
  }
  return [...parts, { text, start }];
}

export function splitClauses({ text, form }: Pick<Sentence, 'text' | 'form'>): Clause[] {
  return form === 'row' ? [{ text, start: 0 }] : pieces(text, CLAUSE_END);
}

function pieces(text: string, boundary: RegExp): Clause[] {
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

/** "IT meeting." and "OpenAI trillion-token club." are titles: too short to say anything by their meaning. */
export function isSentence(text: string): boolean {
  const chinese = text.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  return text.trim().length + chinese * 1.5 >= 32;
}
