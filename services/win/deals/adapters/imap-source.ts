import { lookup } from 'node:dns/promises';
import { isPublicAddress } from '@tokenholic/kit';
import { ImapFlow } from 'imapflow';
import type { MailFetch, MailMark, MailSource } from '../ports.ts';

const PATIENCE = 15_000;
const LARGEST = 30_000_000;

interface ImapOptions {
  /** Addresses that may be connected to; absent: those of the public internet. A name is resolved once and that address is used. */
  isAllowed?: (address: string) => boolean;
}

/** Reads a folder by IMAP, without marking anything as read. */
export function createImapSource({ isAllowed = isPublicAddress }: ImapOptions = {}): MailSource {
  return {
    fetchSince: async ({ host, port, secure, user, password, folder }, since, most) => {
      const found = await lookup(host).catch(() => null);
      if (found === null) return { kind: 'refused', why: 'unreachable' };
      if (!isAllowed(found.address)) return { kind: 'refused', why: 'address' };
      const client = new ImapFlow({
        ...{ host: found.address, port, secure, servername: host, logger: false },
        ...{ auth: { user, pass: password }, disableAutoIdle: true },
        ...{ connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: 2 * PATIENCE },
      });
      // An error after the answer is nobody's business; without a listener it would end the process.
      client.on('error', () => {});
      try {
        await client.connect();
      } catch (error) {
        client.close();
        return { kind: 'refused', why: isSignIn(error) ? 'sign_in' : 'unreachable' };
      }
      try {
        return await readFolder(client, folder, since, most);
      } finally {
        client.close();
      }
    },
  };
}

const isSignIn = (error: unknown) =>
  error instanceof Error && 'authenticationFailed' in error && error.authenticationFailed === true;

async function readFolder(
  client: ImapFlow,
  folder: string,
  since: MailMark,
  most: number,
): Promise<MailFetch> {
  const lock = await client.getMailboxLock(folder, { readOnly: true }).catch(() => null);
  if (lock === null || client.mailbox === false) return { kind: 'refused', why: 'folder' };
  try {
    const validity = String(client.mailbox.uidValidity);
    const last = since.validity === validity ? since.uid : 0;
    const all = (await client.search({ uid: `${last + 1}:*` }, { uid: true })) || [];
    const fresh = all.filter((uid) => uid > last).sort((a, b) => a - b);
    // A box read for the first time begins with its newest mails.
    const chosen = last === 0 ? fresh.slice(-most) : fresh.slice(0, most);
    const messages: Uint8Array[] = [];
    if (chosen.length > 0)
      for await (const { source } of client.fetch(
        chosen.join(','),
        { uid: true, source: { maxLength: LARGEST } },
        { uid: true },
      ))
        if (source !== undefined) messages.push(new Uint8Array(source));
    return {
      ...{ kind: 'fetched', messages, more: last > 0 && fresh.length > chosen.length },
      mark: { validity, uid: chosen.at(-1) ?? last },
    };
  } finally {
    lock.release();
  }
}
