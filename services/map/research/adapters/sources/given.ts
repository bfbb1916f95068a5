import { readDocument } from '@tokenholic/documents';
import { gatheringFailure } from '../../domain/gathering/failures.ts';
import { type Source, toFoundPage } from './source.ts';
import { readWebPage } from './web-page.ts';

/** What the seller typed or pasted. */
export function notesSource(notes: string, language: 'zh' | 'en'): Source {
  return {
    id: 'notes',
    kind: 'notes',
    label: language === 'zh' ? '您提供的信息' : 'What you already know',
    read: async function* () {
      const title = language === 'zh' ? '您提供的信息' : 'What you already know';
      yield toFoundPage({ url: null, title, text: notes, publishedAt: null, sourceKind: 'notes' });
    },
  };
}

export interface GivenFile {
  id: string;
  fileName: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** A file the seller uploaded. */
export function fileSource(file: GivenFile): Source {
  return {
    id: `file:${file.id}`,
    kind: 'file',
    label: file.fileName,
    read: async function* () {
      const { title, text, url, publishedAt, sourceKind, cut } = await readDocument(file);
      yield toFoundPage({ title, text, url, publishedAt, sourceKind });
      // Said on the source's report; what was read counts.
      if (cut) throw gatheringFailure('file_cut');
    },
  };
}

/** A page the seller named. */
export function linkSource(url: string): Source {
  return {
    id: `link:${url}`,
    kind: 'link',
    label: url,
    read: async function* (context) {
      const { page } = await readWebPage(url, context, 'link');
      yield page;
    },
  };
}
