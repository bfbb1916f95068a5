import type { Language, LocalizedText, Persona, PersonaLine } from '@tokenholic/contracts';
import {
  escapeXml,
  fitText,
  formatDate,
  formatPercent,
  textWidth,
  themeColors,
} from '@tokenholic/presentation';

const WIDTH = 1_000;
const MARGIN = 40;
const COLUMN = (WIDTH - 3 * MARGIN) / 2;
const FONT = 'Tokenholic Sans';

const WORDS = {
  zh: {
    sure: '把握',
    edited: '人工修改',
    unknown: '信息不足，暂无结论',
    hours: '活跃时段（星期 × 小时）',
    advice: '怎样打交道',
    occasion: { email: '邮件', call: '电话', meeting: '会议' },
    days: ['一', '二', '三', '四', '五', '六', '日'],
    foot: (activities: number, words: number, day: string) =>
      `依据 ${activities} 次往来，其中 ${words} 次有本人原话 · ${day} · 内部资料，不含健康、宗教、政治、民族等敏感信息`,
  },
  en: {
    sure: 'sure',
    edited: 'edited by a person',
    unknown: 'not enough to say',
    hours: 'Active hours (weekday by hour)',
    advice: 'How to approach',
    occasion: { email: 'E-mail', call: 'Call', meeting: 'Meeting' },
    days: ['M', 'T', 'W', 'T', 'F', 'S', 'S'],
    foot: (activities: number, words: number, day: string) =>
      `From ${activities} activities, ${words} with their own words · ${day} · Internal. Nothing on health, religion, politics, ethnicity or the like`,
  },
} as const;

/** A persona as one picture to take along. Drawn in the light theme: it is printed. */
export function personaCard(
  persona: Persona,
  language: Language,
): { svg: string; width: number; height: number } {
  const words = WORDS[language];
  const colors = themeColors.light;
  const parts: string[] = [];
  const text = (x: number, y: number, value: string, size: number, fill: string, bold = false) =>
    parts.push(
      `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}"${bold ? ' font-weight="bold"' : ''}>${escapeXml(value)}</text>`,
    );
  text(MARGIN, 62, fitText(persona.name, WIDTH - 2 * MARGIN, 30, true), 30, colors.ink, true);
  const about = [persona.title, persona.clientName].filter((part) => part !== '').join(' · ');
  text(MARGIN, 90, fitText(about, WIDTH - 2 * MARGIN, 15, false), 15, colors.ink2);
  let y = 128;
  for (const [index, line] of persona.lines.entries()) {
    const x = MARGIN + (index % 2) * (COLUMN + MARGIN);
    if (index % 2 === 0 && index > 0) y += 52;
    text(x, y, line.name[language], 12, colors.ink3);
    const value = shownValue(line, language);
    text(
      x,
      y + 20,
      fitText(value?.text ?? words.unknown, COLUMN - 110, 16, value !== null),
      16,
      value === null ? colors.ink3 : colors.ink,
      value !== null,
    );
    const note =
      value === null
        ? ''
        : value.edited
          ? words.edited
          : `${formatPercent(value.score, language)} ${words.sure}`;
    if (note !== '') text(Math.round(x + COLUMN - textWidth(note, 11, false)), y + 20, note, 11, colors.ink3);
  }
  y += 64;
  if (persona.charts !== null) {
    text(MARGIN, y, words.hours, 12, colors.ink3);
    heatMap(persona.charts.hours, MARGIN, y + 12, words.days, parts, colors.ink, colors.ink3, colors.line);
  }
  const top = y;
  text(MARGIN + COLUMN + MARGIN, y, words.advice, 12, colors.ink3);
  y += 22;
  for (const { occasion, text: advice } of persona.advice.slice(0, 8)) {
    const said = `${words.occasion[occasion]}${language === 'zh' ? '：' : ': '}${advice[language]}`;
    for (const row of wrap(said, COLUMN, 13)) {
      text(MARGIN + COLUMN + MARGIN, y, row, 13, colors.ink);
      y += 19;
    }
    y += 4;
  }
  y = Math.max(y, top + 12 + 7 * 18 + 40) + 24;
  const day = persona.computedAt === null ? '' : formatDate(persona.computedAt, language);
  text(MARGIN, y, words.foot(persona.activities, persona.withWords, day), 11, colors.ink3);
  const height = y + 28;
  return {
    ...{ width: WIDTH, height },
    svg: [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="${FONT}">`,
      `<rect x="0" y="0" width="${WIDTH}" height="${height}" fill="${colors.surface}"/>`,
      `<rect x="0" y="0" width="${WIDTH}" height="8" fill="${colors.mark}"/>`,
      ...parts,
      '</svg>',
    ].join(''),
  };
}

function shownValue(
  line: PersonaLine,
  language: Language,
): { text: string; score: number; edited: boolean } | null {
  const said = line.edits.filter(({ action }) => action === 'set');
  const dismissed = new Set(line.edits.flatMap(({ action, value }) => (action === 'dismiss' ? [value] : [])));
  const read = line.traits.filter(({ value }) => !dismissed.has(value));
  const name = (label: LocalizedText) => label[language];
  if (line.editing !== 'many' && said[0] !== undefined)
    return { text: name(said[0].label), score: 1, edited: true };
  const labels = [...said, ...read.filter(({ value }) => said.every((edit) => edit.value !== value))];
  if (labels.length === 0) return null;
  const shown = labels.slice(0, line.editing === 'many' ? 3 : 1);
  const [first] = read;
  const share = first?.estimate?.unit === 'share' ? formatPercent(first.estimate.value, language) : null;
  return {
    text: share ?? shown.map(({ label }) => name(label)).join(language === 'zh' ? '、' : ', '),
    ...{ score: first?.confidence.score ?? 1, edited: first === undefined },
  };
}

function heatMap(
  hours: readonly (readonly number[])[],
  left: number,
  top: number,
  days: readonly string[],
  parts: string[],
  ink: string,
  pale: string,
  line: string,
): void {
  const most = Math.max(1, ...hours.flat());
  const cell = 17;
  for (const [day, row] of hours.entries()) {
    parts.push(
      `<text x="${left}" y="${top + day * 18 + 13}" font-size="11" fill="${pale}">${escapeXml(days[day] ?? '')}</text>`,
    );
    for (const [hour, count] of row.entries())
      parts.push(
        `<rect x="${left + 18 + hour * cell}" y="${top + day * 18}" width="${cell - 2}" height="16" fill="${count === 0 ? line : ink}" fill-opacity="${count === 0 ? 0.5 : Math.round((0.25 + 0.75 * (count / most)) * 100) / 100}"/>`,
      );
  }
  for (const hour of [0, 6, 12, 18])
    parts.push(
      `<text x="${left + 18 + hour * cell}" y="${top + 7 * 18 + 13}" font-size="10" fill="${pale}">${String(hour).padStart(2, '0')}:00</text>`,
    );
}

/** Rows no wider than that: Chinese breaks anywhere, English between words. */
function wrap(text: string, width: number, size: number): string[] {
  const rows: string[] = [];
  let row = '';
  for (const piece of text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+\s*|\s+/g) ?? []) {
    if (row !== '' && textWidth(row + piece, size, false) > width) {
      rows.push(row.trimEnd());
      row = '';
    }
    row += piece;
  }
  return row.trim() === '' ? rows : [...rows, row.trimEnd()];
}
