import type { LocalizedText } from '@tokenholic/contracts';

/** Lines of the timeline. They name nobody: a timeline outlives a persona that is deleted. */
export const headlines = {
  updated: { zh: '一位联系人的画像有了新变化', en: 'The persona of a contact has changed' },
  removed: { zh: '一位联系人的画像已删除', en: 'The persona of a contact was deleted' },
} as const satisfies Record<string, LocalizedText>;
