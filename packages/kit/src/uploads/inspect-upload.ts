import { AppError } from '../errors.ts';
import { unpacksTooFar } from './archive-size.ts';

/** What a file is by its own bytes. */
export type FileKind = 'pdf' | 'office' | 'text' | 'image';

const MACROS = ['vbaProject.bin', 'vbaData.xml', 'xl/macrosheets/', 'word/vbaData'];
/** Longer words only: a short one would be found by chance in compressed pictures. What lies in compressed parts is not seen. */
const ACTIVE_PDF = /\/(?:JavaScript|Launch|EmbeddedFile|RichMedia)\b/;
/** The test file every scanner knows: not harmful, and a sign that somebody tries. */
const EICAR = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE';
const BEGINNING = 1_024;
/** Of UTF-8 and UTF-16, read byte by byte. */
const BYTE_ORDER_MARK = /^(?:ï»¿|ÿþ|þÿ)/;

const PROGRAMS: readonly (readonly [string, string])[] = [
  ['4d5a', 'Windows'],
  ['7f454c46', 'Linux'],
  ['cafebabe', 'Java, macOS'],
  ['feedface', 'macOS'],
  ['feedfacf', 'macOS'],
  ['cffaedfe', 'macOS'],
  ['2321', 'script'],
  ['4c00000001140200', 'shortcut'],
  ['d0cf11e0a1b11ae1', 'old Office, may hold macros'],
];
const IMAGES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^89504e470d0a1a0a/, ['png']],
  [/^ffd8ff/, ['jpg', 'jpeg']],
  [/^47494638/, ['gif']],
  [/^52494646.{8}57454250/, ['webp']],
];
/** A folder that stands in an archive of this kind, by its name as it is. */
const PARTS: Readonly<Record<string, string>> = { docx: 'word/', xlsx: 'xl/', pptx: 'ppt/' };
/** A page that a browser would run, whatever stands before its first element. */
const PAGE =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+(?:html|svg)|html|head|body|script|iframe|svg)\b/i;
const PAGE_NAMES = ['html', 'htm', 'xhtml'];

/**
 * Looks at an uploaded file before anybody reads it: what it is by its bytes must fit its name, and programs, macros, active
 * PDF, pages under another name, archives that unpack too far and the scanners' test file are refused. No list of known malware is asked. `allowed`: what may come whatever its name.
 */
export function inspectUpload(
  fileName: string,
  bytes: Uint8Array,
  allowed: readonly FileKind[] = expected(fileName),
): FileKind {
  const head = Buffer.from(bytes.subarray(0, BEGINNING));
  const hex = head.subarray(0, 12).toString('hex');
  const extension = extensionOf(fileName);
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (PROGRAMS.some(([magic]) => hex.startsWith(magic))) throw uploadRefused('program');
  if (raw.includes(EICAR)) throw uploadRefused('malware');
  const kind = kindOf(hex, head);
  if (kind === 'office' && unpacksTooFar(bytes)) throw uploadRefused('unpacks_too_far');
  if (kind === 'office' && MACROS.some((name) => raw.includes(name))) throw uploadRefused('macros');
  if (kind === 'pdf' && ACTIVE_PDF.test(raw.toString('latin1'))) throw uploadRefused('active');
  if (!allowed.includes(kind) || !fits(kind, extension, hex, raw)) throw uploadRefused('mismatch');
  return kind;
}

function kindOf(hex: string, head: Buffer): FileKind {
  if (head.includes('%PDF-')) return 'pdf';
  if (hex.startsWith('504b0304') || hex.startsWith('504b0506')) return 'office';
  if (IMAGES.some(([magic]) => magic.test(hex))) return 'image';
  // Text in any encoding has no zero bytes, but for UTF-16, which says so at its beginning.
  if (head.includes(0) && !hex.startsWith('fffe') && !hex.startsWith('feff')) throw uploadRefused('mismatch');
  return 'text';
}

const BY_EXTENSION: Readonly<Record<string, FileKind>> = {
  ...{ pdf: 'pdf', docx: 'office', pptx: 'office', xlsx: 'office' },
  ...{ png: 'image', jpg: 'image', jpeg: 'image', gif: 'image', webp: 'image' },
};

const extensionOf = (fileName: string) => /\.(\w+)$/.exec(fileName.toLowerCase())?.[1] ?? '';

/** Within its kind: which picture, which Office, and that a page calls itself one. */
function fits(kind: FileKind, extension: string, hex: string, raw: Buffer): boolean {
  if (kind === 'image') return IMAGES.some(([magic, names]) => magic.test(hex) && names.includes(extension));
  if (kind === 'office') return raw.includes(PARTS[extension] ?? '');
  if (kind !== 'text' || PAGE_NAMES.includes(extension)) return true;
  const beginning = raw.subarray(0, BEGINNING).toString('latin1');
  return !PAGE.test(beginning.replaceAll('\0', '').replace(BYTE_ORDER_MARK, ''));
}

/** What a file of this name may be; anything not listed is text. */
function expected(fileName: string): FileKind[] {
  return [BY_EXTENSION[extensionOf(fileName)] ?? 'text'];
}

type Reason = 'program' | 'malware' | 'macros' | 'active' | 'unpacks_too_far' | 'mismatch';

const REASONS: Readonly<Record<Reason, { zh: string; en: string }>> = {
  program: {
    zh: '这是可执行程序、脚本或旧版 Office 文件，不能上传。',
    en: 'This is a program, a script or a file of an old Office version and cannot be uploaded.',
  },
  malware: {
    zh: '文件含有恶意软件特征，已拒绝。',
    en: 'The file carries a mark of malware and was refused.',
  },
  macros: {
    zh: '文件含有宏。请另存为不含宏的格式（docx、xlsx、pptx）后再上传。',
    en: 'The file holds macros. Save it without them (docx, xlsx, pptx) and upload it again.',
  },
  active: {
    zh: 'PDF 含有脚本、启动动作或内嵌文件。请打印为新的 PDF 后再上传。',
    en: 'The PDF holds scripts, actions that start programs, or embedded files. Print it to a new PDF and upload that.',
  },
  unpacks_too_far: {
    zh: '压缩内容展开后过大，已拒绝。请拆成较小的文件后再上传。',
    en: 'The file unpacks to far more than an honest one would and was refused. Split it and upload the parts.',
  },
  mismatch: {
    zh: '文件内容与扩展名不符。请检查文件后重新上传。',
    en: 'What is in the file does not fit its name. Check it and upload it again.',
  },
};

function uploadRefused(reason: Reason): AppError {
  return new AppError({
    ...{ kind: 'invalid', code: 'kit.upload_refused', message: REASONS[reason] },
    details: { reason },
  });
}
