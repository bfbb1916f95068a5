import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createImapSource } from './imap-source.ts';

// A server in this process that speaks as much of IMAP4rev1 (RFC 3501) as reading a folder takes.

const MAILS = ['Subject: one\r\n\r\nFirst.', 'Subject: two\r\n\r\nSecond.', 'Subject: three\r\n\r\nThird.'];

function answer(socket: Socket, tag: string, command: string): void {
  const say = (text: string) => socket.write(`${text}\r\n`);
  const upper = command.toUpperCase();
  if (upper.startsWith('CAPABILITY')) say('* CAPABILITY IMAP4rev1');
  else if (upper.startsWith('LOGIN')) {
    if (!command.includes('secret')) return void say(`${tag} NO [AUTHENTICATIONFAILED] Invalid credentials`);
  } else if (upper.startsWith('EXAMINE')) {
    if (!upper.includes('INBOX')) return void say(`${tag} NO [NONEXISTENT] No such folder`);
    for (const line of [
      '* FLAGS (\\Seen)',
      `* ${MAILS.length} EXISTS`,
      '* 0 RECENT',
      '* OK [UIDVALIDITY 7] ok',
      `* OK [UIDNEXT ${10 * MAILS.length + 10}] ok`,
    ])
      say(line);
    return void say(`${tag} OK [READ-ONLY] done`);
  } else if (upper.startsWith('UID SEARCH')) {
    const from = Number(/(\d+):\*/.exec(command)?.[1] ?? 1);
    say(
      `* SEARCH ${MAILS.map((_, at) => 10 * (at + 1))
        .filter((uid) => uid >= from)
        .join(' ')}`,
    );
  } else if (upper.startsWith('UID FETCH')) {
    const uids = (/FETCH ([\d,:]+)/i.exec(command)?.[1] ?? '').split(',').flatMap((part) => {
      const [low = 0, high = low] = part.split(':').map(Number);
      return MAILS.map((_, at) => 10 * (at + 1)).filter((uid) => uid >= low && uid <= high);
    });
    for (const uid of uids) {
      const text = MAILS[uid / 10 - 1] ?? '';
      say(`* ${uid / 10} FETCH (UID ${uid} BODY[]<0> {${text.length}}\r\n${text})`);
    }
  } else if (upper.startsWith('LIST') && upper.includes('INBOX')) say('* LIST () "/" INBOX');
  say(`${tag} OK done`);
}

let server: Server;
let port: number;
const open = new Set<Socket>();
beforeAll(async () => {
  server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => {});
    socket.write('* OK ready\r\n');
    let rest = '';
    socket.on('data', (chunk) => {
      rest += chunk.toString('latin1');
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const [tag = '', ...words] = rest.slice(0, end).split(' ');
        rest = rest.slice(end + 2);
        answer(socket, tag, words.join(' '));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(() => {
  for (const socket of open) socket.destroy();
  server.close();
});

const box = (more: object = {}) => ({
  ...{ host: '127.0.0.1', port, secure: false, user: 'lin', password: 'secret', folder: 'INBOX' },
  ...more,
});
const source = createImapSource({ isAllowed: () => true });
const NEW = { validity: null, uid: 0 };

test('a folder is read from where reading stopped, and a changed validity begins anew', async () => {
  const first = await source.fetchSince(box(), NEW, 2);
  expect(first).toMatchObject({ kind: 'fetched', mark: { validity: '7', uid: 30 } });
  const texts = (fetched: typeof first) =>
    fetched.kind === 'fetched'
      ? fetched.messages.map((bytes) => Buffer.from(bytes).toString().split('\r\n')[0])
      : [];
  // The newest of a box that is read for the first time.
  expect(texts(first)).toEqual(['Subject: two', 'Subject: three']);
  const next = await source.fetchSince(box(), { validity: '7', uid: 10 }, 1);
  expect([texts(next), next]).toMatchObject([['Subject: two'], { more: true, mark: { uid: 20 } }]);
  expect(texts(await source.fetchSince(box(), { validity: '7', uid: 30 }, 5))).toEqual([]);
  expect(texts(await source.fetchSince(box(), { validity: '6', uid: 30 }, 5))).toHaveLength(3);
});

test('a mailbox that cannot be read says why', async () => {
  expect(await source.fetchSince(box({ password: 'wrong' }), NEW, 5)).toEqual({
    kind: 'refused',
    why: 'sign_in',
  });
  expect(await source.fetchSince(box({ folder: 'Nowhere' }), NEW, 5)).toEqual({
    kind: 'refused',
    why: 'folder',
  });
  expect(await source.fetchSince(box({ port: 1 }), NEW, 5)).toEqual({ kind: 'refused', why: 'unreachable' });
  // An address inside the house is never connected to.
  expect(await createImapSource().fetchSince(box(), NEW, 5)).toEqual({ kind: 'refused', why: 'address' });
});
