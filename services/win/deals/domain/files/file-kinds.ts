import { fileRefused } from './failures.ts';

/** Kinds of files that people exchange over a deal, by the ending of their names; nothing that a browser or a shell would run. */
const KINDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    pdf: 'application/pdf',
    docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    ...{ png: 'image/png', jpg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp' },
    ...{ txt: 'text/plain', md: 'text/plain', csv: 'text/csv', vtt: 'text/vtt', srt: 'text/plain' },
    ...{ eml: 'message/rfc822', mbox: 'application/mbox', json: 'application/json', ics: 'text/calendar' },
  }),
);

/** What a deal's file is called and served as. That its bytes fit its name was looked at when it came in. */
export function kindOfFile(name: string): { kind: string; mediaType: string } {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const kind = extension === 'jpeg' ? 'jpg' : extension;
  const mediaType = KINDS.get(kind);
  if (mediaType === undefined) throw fileRefused('kind_unknown');
  return { kind, mediaType };
}
