import { AppError } from '@tokenholic/kit';

export const MOST_FILE_MEGABYTES = 25;
export const MOST_MAIL_MEGABYTES = 50;
export const MOST_FILES = 200;

const MESSAGES = {
  missing: { zh: '没有收到文件，请重新选择。', en: 'No file arrived. Choose it again.' },
  empty: { zh: '文件是空的，没有保存。', en: 'The file is empty and was not kept.' },
  too_large: {
    zh: `文件超过 ${MOST_FILE_MEGABYTES} MB，没有保存。`,
    en: `The file is larger than ${MOST_FILE_MEGABYTES} MB and was not kept.`,
  },
  mail_too_large: {
    zh: `邮件文件超过 ${MOST_MAIL_MEGABYTES} MB，没有读入任何内容。请分批导出。`,
    en: `The mail file is larger than ${MOST_MAIL_MEGABYTES} MB and nothing was read. Export it in parts.`,
  },
  too_many: {
    zh: `一个商机最多 ${MOST_FILES} 个文件，请先删去不用的。`,
    en: `A deal holds up to ${MOST_FILES} files. Remove some first.`,
  },
  kind_unknown: {
    zh: '不支持这种文件。可上传 PDF、Office（不含宏）、图片、文本、字幕和邮件。',
    en: 'This kind of file is not kept. PDF, Office without macros, pictures, text, transcripts and mails are.',
  },
  mail_unreadable: {
    zh: '读不出邮件。请上传 .eml 或 .mbox 文件；没有读入任何内容。',
    en: 'No mail could be read in it. Upload an .eml or .mbox file; nothing was taken in.',
  },
  mail_too_much: {
    zh: '邮件太大或太复杂，超出了读取的时间或内存。请分批导出。',
    en: 'The mails take more time or memory to read than is allowed. Export them in parts.',
  },
  notes_unreadable: {
    zh: '读不出文字。请上传 VTT、SRT 或 TXT 文件，或直接粘贴。',
    en: 'No text could be read. Upload a VTT, SRT or TXT file, or paste the text.',
  },
} as const;

export type FileRefusal = keyof typeof MESSAGES;
export const refusalText = (reason: FileRefusal) => MESSAGES[reason];

/** Why a file is refused; nothing of it is kept. */
export function fileRefused(reason: FileRefusal): AppError {
  return new AppError({
    kind: reason.endsWith('too_large') ? 'too_large' : 'invalid',
    code: `deals.file_${reason}`,
    message: MESSAGES[reason],
  });
}
