import type { FileRefusal } from './failures.ts';

export interface ScannedFile {
  kind: string;
  mediaType: string;
}

type Scan = ({ ok: true } & ScannedFile) | { ok: false; reason: FileRefusal };

const no = (reason: FileRefusal): Scan => ({ ok: false, reason });

const OFFICE: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};
const OFFICE_PARTS: readonly (readonly [string, string])[] = [
  ['word/', 'docx'],
  ['xl/', 'xlsx'],
  ['ppt/', 'pptx'],
];
const TEXTS: Readonly<Record<string, string>> = {
  ...{ txt: 'text/plain', md: 'text/plain', csv: 'text/csv', vtt: 'text/vtt', srt: 'text/plain' },
  ...{ eml: 'message/rfc822', mbox: 'application/mbox', json: 'application/json', ics: 'text/calendar' },
};
const PICTURES: readonly (readonly [string, RegExp, string])[] = [
  ['png', /^89504e47/, 'image/png'],
  ['jpg', /^ffd8ff/, 'image/jpeg'],
  ['gif', /^47494638/, 'image/gif'],
  ['webp', /^52494646.{8}57454250/, 'image/webp'],
];
/** Windows, Linux, macOS, Java; scripts are told by their first line. */
const PROGRAMS = /^(4d5a|7f454c46|cffaedfe|cefaedfe|feedface|feedfacf|cafebabe)/;
/** What a browser or a shell would run, whatever it holds. */
const RUNS = /\.(exe|dll|com|scr|msi|bat|cmd|ps1|vbs|js|mjs|jar|sh|app|lnk|hta|html?|svg|xhtml|php|py)$/i;

/**
 * What a file is, by its bytes: only kinds that people exchange over a deal, none that runs. This is a check of kinds and no
 * virus scanner: a document can carry what only a scanner knows.
 */
export function scanFile(
  name: string,
  bytes: Uint8Array,
  unpacksTooFar: (bytes: Uint8Array) => boolean,
): Scan {
  if (bytes.byteLength === 0) return no('empty');
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = data.subarray(0, 16).toString('hex');
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (PROGRAMS.test(head) || data.subarray(0, 2).toString('latin1') === '#!' || RUNS.test(name))
    return no('program');
  if (head.startsWith('25504446')) return agree(extension, ['pdf'], 'pdf', 'application/pdf');
  for (const [kind, mark, mediaType] of PICTURES)
    if (mark.test(head)) return agree(extension, kind === 'jpg' ? ['jpg', 'jpeg'] : [kind], kind, mediaType);
  if (head.startsWith('504b0304')) return archive(extension, data, unpacksTooFar);
  return text(extension, data);
}

function agree(extension: string, allowed: readonly string[], kind: string, mediaType: string): Scan {
  return allowed.includes(extension) ? { ok: true, kind, mediaType } : no('kind_differs');
}

function archive(extension: string, data: Buffer, unpacksTooFar: (bytes: Uint8Array) => boolean): Scan {
  if (unpacksTooFar(data)) return no('unpacks_too_far');
  // Names of members stand as they are, in the members' headers and in the directory at the end.
  if (data.includes('vbaProject.bin')) return no('macros');
  const kind = OFFICE_PARTS.find(
    ([part]) => data.includes(part) && data.includes('[Content_Types].xml'),
  )?.[1];
  const mediaType = kind === undefined ? undefined : OFFICE[kind];
  if (kind === undefined || mediaType === undefined) return no('kind_unknown');
  return agree(extension, [kind], kind, mediaType);
}

function text(extension: string, data: Buffer): Scan {
  const mediaType = TEXTS[extension];
  const utf16 = /^(fffe|feff)/.test(data.subarray(0, 2).toString('hex'));
  const binary = !utf16 && data.subarray(0, 4_096).includes(0);
  if (binary)
    return no(mediaType === undefined && OFFICE[extension] === undefined ? 'kind_unknown' : 'kind_differs');
  if (OFFICE[extension] !== undefined || extension === 'pdf') return no('kind_differs');
  return mediaType === undefined ? no('kind_unknown') : { ok: true, kind: extension, mediaType };
}
