/** Words of one person in a row. */
export interface Turn {
  /** Null where the notes do not say who spoke. */
  speaker: string | null;
  text: string;
}

export interface Notes {
  format: 'vtt' | 'srt' | 'text';
  turns: Turn[];
  /** Null where there are no times. */
  minutes: number | null;
}

/** Turns with a name from which on text is no longer somebody's notes. */
const FEWEST_TURNS = 4;

/** Whether this is a record of what was said, word for word, and no notes that somebody took. */
export function isRecord({ format, turns }: Notes): boolean {
  if (format !== 'text') return true;
  const named = turns.flatMap(({ speaker }) => (speaker === null ? [] : [speaker]));
  return named.length >= FEWEST_TURNS && new Set(named).size > 1;
}

const TIME = '(?:\\d{1,2}:)?\\d{1,2}:\\d{2}(?:[.,]\\d{1,3})?';
const CUE = new RegExp(`^\\s*(${TIME})\\s*-->\\s*(${TIME})`);
const NAME = "[\\p{L}][\\p{L}\\p{M}\\p{N} .·'’_-]{0,39}?";
/** `Ana Ruiz: …`, `[00:12] 许岚：…`, `许岚（00:01:20）：…`. */
const SAID = new RegExp(
  `^\\s*(?:[\\[(（]?${TIME}[\\])）]?\\s*)?(${NAME}(?:\\s*[（(][^）)]{1,24}[）)])?)\\s*(?:[\\[(（]${TIME}[\\])）])?\\s*[:：]\\s*(.*)$`,
  'u',
);
/** A line of its own with a name and a time, as meeting programs write it; what was said follows below. */
const HEADING = new RegExp(
  `^\\s*(${NAME}(?:\\s*[（(][^）)\\d]{1,24}[）)])?)\\s*[\\[(（]?(${TIME})[\\])）]?\\s*$`,
  'u',
);

/** Notes or a transcript as turns: WebVTT, SubRip, or text in which lines may begin with a name. */
export function readNotes(given: string): Notes {
  const text = given.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const lines = text.split('\n');
  if (/^WEBVTT/.test(text)) return { format: 'vtt', ...cues(lines) };
  if (lines.slice(0, 12).some((line) => CUE.test(line))) return { format: 'srt', ...cues(lines) };
  return { format: 'text', ...plain(lines) };
}

function cues(lines: readonly string[]): { turns: Turn[]; minutes: number | null } {
  const turns: Turn[] = [];
  let end = 0;
  let inside = false;
  for (const line of lines) {
    const cue = CUE.exec(line);
    if (cue !== null) {
      inside = true;
      end = Math.max(end, secondsOf(cue[2] ?? ''));
    } else if (line.trim() === '') inside = false;
    else if (inside) add(turns, spoken(line));
  }
  return { turns, minutes: end === 0 ? null : Math.max(1, Math.round(end / 60)) };
}

/** A line of a cue: `<v Ana>…`, `Ana: …` or only words. Other marks are taken out. */
function spoken(line: string): Turn {
  const voice = /<v(?:\.[^\s>]*)?\s+([^>]{1,60})>/.exec(line)?.[1]?.trim() ?? null;
  const bare = line.replace(/<[^>]{0,80}>/g, '').trim();
  if (voice !== null) return { speaker: voice, text: bare };
  const [, name, rest] = SAID.exec(bare) ?? [];
  return name === undefined || rest === undefined
    ? { speaker: null, text: bare }
    : { speaker: name.trim(), text: rest.trim() };
}

function plain(lines: readonly string[]): { turns: Turn[]; minutes: number | null } {
  const turns: Turn[] = [];
  let speaker: string | null = null;
  let last = 0;
  for (const line of lines) {
    if (line.trim() === '') {
      speaker = null;
      continue;
    }
    const heading = HEADING.exec(line);
    if (heading !== null) {
      speaker = heading[1]?.trim() ?? null;
      last = Math.max(last, secondsOf(heading[2] ?? ''));
      continue;
    }
    const said = SAID.exec(line);
    const label = said !== null && isLabel(said[1] ?? '');
    if (label) speaker = null;
    if (said !== null && !label) {
      speaker = said[1]?.trim() ?? null;
      add(turns, { speaker, text: said[2]?.trim() ?? '' });
    } else add(turns, { speaker, text: line.trim() });
  }
  return { turns, minutes: last === 0 ? null : Math.max(1, Math.round(last / 60)) };
}

/** Headings of notes that look like a name before a colon. */
const isLabel = (name: string) =>
  /^(待办|行动项|下一步|议题|结论|时间|地点|参会人?|主题|备注|纪要|日期|action items?|todos?|to do|next steps?|agenda|date|time|attendees|notes?|subject|decisions?|https?)$/i.test(
    name.trim(),
  );

/** Goes on with the turn before when the same person speaks, or nobody is named. */
function add(turns: Turn[], turn: Turn): void {
  if (turn.text === '') return;
  const before = turns.at(-1);
  if (before !== undefined && before.speaker === turn.speaker && turn.speaker !== null)
    before.text += ` ${turn.text}`;
  else turns.push(turn);
}

function secondsOf(time: string): number {
  return time
    .replace(',', '.')
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** The turns as a record keeps them. */
export const textOf = (turns: readonly Turn[]) =>
  turns.map(({ speaker, text }) => (speaker === null ? text : `${speaker}：${text}`)).join('\n');
