import type { LocalizedText } from '@tokenholic/contracts';
import { AppError } from '@tokenholic/kit';

const MESSAGES = {
  file_encrypted: {
    zh: '文件已加密。请去掉密码后重新上传。',
    en: 'The file is encrypted. Remove the password and upload it again.',
  },
  file_unreadable: {
    zh: '文件已损坏或格式不符，无法读取。请另存后重试。',
    en: 'The file is damaged or not what its name says. Save it again and retry.',
  },
  file_unsupported: {
    zh: '不支持这种文件。可用 PDF、DOCX、PPTX、XLSX、CSV、MD、HTML、TXT。',
    en: 'This kind of file is not supported. Use PDF, DOCX, PPTX, XLSX, CSV, MD, HTML or TXT.',
  },
  file_empty: {
    zh: '文件里没有文字。扫描件请先做文字识别。',
    en: 'The file has no text. Run text recognition on scans first.',
  },
  file_too_complex: {
    zh: '文件解开后过大或过于复杂，已停止读取。请拆分后重新上传。',
    en: 'Unpacked, the file is too large or too complex to read. Split it and upload the parts.',
  },
} as const satisfies Record<string, LocalizedText>;

/** Why a file could not be read, in words for the user. */
export function documentFailure(code: keyof typeof MESSAGES, cause?: unknown): AppError {
  return new AppError({ kind: 'invalid', code: `documents.${code}`, message: MESSAGES[code], cause });
}
