import type { Language, LocalizedText, NoticeKind, NoticeLevel } from '@tokenholic/contracts';

/** A notice as it is told outside; without client and text where the receiver may not have them. */
export interface Told {
  level: NoticeLevel;
  kind: NoticeKind;
  client: string | null;
  text: LocalizedText | null;
  /** Opens it in the product, for whoever may sign in. */
  link: string;
}

export interface Message {
  language: Language;
  /** The most serious first. */
  lines: Told[];
  /** How many more there are than lines. */
  more: number;
  /** The workspace. */
  link: string;
  /** It may have been sent before. */
  again: boolean;
}

const MOST_LINES = 5;
const RANK: Readonly<Record<NoticeLevel, number>> = { critical: 0, warning: 1, info: 2 };

/** Many notices as one message: the most serious in words, the others as a number. */
export function fold(language: Language, all: readonly Told[], link: string): Message {
  const sorted = [...all].sort((one, other) => RANK[one.level] - RANK[other.level]);
  const more = Math.max(0, all.length - MOST_LINES);
  return { language, link, lines: sorted.slice(0, MOST_LINES), more, again: false };
}

export const KIND_NAMES: Readonly<Record<NoticeKind, LocalizedText>> = {
  escalation: { zh: '升级', en: 'Escalation' },
  deadline: { zh: '超过时限', en: 'Deadline missed' },
  approval: { zh: '审批', en: 'Approval' },
  handoff: { zh: '交接与分配', en: 'Hand-off' },
  budget: { zh: 'Token 预算', en: 'Token budget' },
  deal: { zh: '商机', en: 'Deals' },
  research: { zh: '研究', en: 'Research' },
  map: { zh: '战图', en: 'Token map' },
  knowledge: { zh: '知识库与方案', en: 'Knowledge and solutions' },
  other: { zh: '其他', en: 'Other' },
};

export const LEVEL_NAMES: Readonly<Record<NoticeLevel, LocalizedText>> = {
  critical: { zh: '紧急', en: 'Critical' },
  warning: { zh: '警告', en: 'Warning' },
  info: { zh: '消息', en: 'Information' },
};

/** `Critical · 云岫短剧 · Escalated: …`, or what may be said of it. One line, whatever people typed. */
export function lineOf({ level, kind, client, text }: Told, language: Language): string {
  const parts = [LEVEL_NAMES[level][language], client, text?.[language] ?? KIND_NAMES[kind][language]];
  return parts
    .filter((part) => part !== null)
    .join(' · ')
    .replace(/\s+/g, ' ');
}

/** What stands above a message. */
export function headOf({ language, lines, more }: Message): string {
  const [first] = lines;
  const count = lines.length + more;
  if (count === 1 && first !== undefined) return lineOf(first, language);
  return language === 'zh' ? `${count} 条通知` : `${count} notifications`;
}

export const moreOf = ({ more, language }: Message): string | null =>
  more === 0 ? null : language === 'zh' ? `还有 ${more} 条` : `${more} more`;

/** Under a message that leaves a second time. */
export const AGAIN: LocalizedText = {
  zh: '发送时服务曾中断，这条可能重复',
  en: 'May be a repeat: the service was interrupted while sending',
};

export const OPEN: LocalizedText = { zh: '打开', en: 'Open' };
export const OPEN_ALL: LocalizedText = { zh: '打开工作台', en: 'Open the workspace' };

/** The longest part of a text that fits, cut at a character people see. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (kept.length + segment.length > most - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}
