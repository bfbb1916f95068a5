import { z } from 'zod';
import type { ContactSubject } from './contact.ts';
import { isMentioned, mentionPattern, mentionsOf, takeMentions } from './mentions.ts';

/** Whether files name a person, and the text of one without the person. */
export interface FileNaming {
  /** In a file that is not the client's a name counts only beside the client's name or an address. */
  isNamed(text: string, isClients: boolean): boolean;
  rewrite(text: string, isClients: boolean): string;
}

const linesSchema = z.array(z.unknown());

export function fileNaming(person: ContactSubject): FileNaming {
  const addresses = mentionPattern(mentionsOf(person.addresses));
  const all = mentionPattern(mentionsOf([...person.names, ...person.addresses, ...person.words]));
  const client = mentionPattern(mentionsOf([person.clientName]));
  const patternFor = (text: string, isClients: boolean) => {
    if (isMentioned(addresses, text)) return all;
    if (isClients) return person.nameShared ? addresses : all;
    return isMentioned(client, text) ? all : addresses;
  };
  const take = (text: string, isClients: boolean) => {
    const taken = takeMentions(text, patternFor(text, isClients));
    return typeof taken === 'string' ? taken : text;
  };
  return {
    isNamed: (text, isClients) =>
      partsOf(text, isClients).some((part) => isMentioned(patternFor(part, isClients), part)),
    rewrite: (text, isClients) => {
      const parts = partsOf(text, isClients).map((part) => take(part, isClients));
      return isList(text) && !isClients ? `[${parts.join(',')}]` : parts.join('');
    },
  };
}

/** A client's file is judged whole. Lines of an imported table are about somebody each, and judged one by one. */
function partsOf(text: string, isClients: boolean): string[] {
  if (isClients) return [text];
  if (!isList(text)) return text.split(/(?<=\n)/);
  return linesSchema.parse(JSON.parse(text)).map((line) => JSON.stringify(line));
}

function isList(text: string): boolean {
  if (!text.startsWith('[')) return false;
  try {
    return Array.isArray(JSON.parse(text));
  } catch {
    return false;
  }
}
