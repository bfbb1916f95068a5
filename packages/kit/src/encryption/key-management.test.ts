import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAppError } from '../errors.ts';
import { createAlibabaKms, signAlibaba } from './alibaba-kms.ts';
import { createAwsKms, type KmsSettings, signAws } from './aws-kms.ts';
import { createFileKeyManagement, createLocalKeyManagement, type KeyManagement } from './key-management.ts';

// The cloud's key services are doubles that run in this test: they check signatures as the services document it, and have
// never been the services themselves.

/** What whoever keeps keys must do. */
function contract(open: () => KeyManagement): void {
  test('a key comes back as it was, and what holds it says nothing of it', async () => {
    const key = randomBytes(32);
    const wrapped = await open().wrap(key);
    expect(await open().unwrap(wrapped)).toEqual(key);
    expect(wrapped).not.toContain(key.toString('base64'));
    expect(Buffer.from(wrapped, 'base64').includes(key)).toBe(false);
  });
  test('what was changed on the way does not open', async () => {
    const wrapped = Buffer.from(await open().wrap(randomBytes(32)), 'base64');
    wrapped[wrapped.length - 1] = (wrapped.at(-1) ?? 0) ^ 1;
    await expect(open().unwrap(wrapped.toString('base64'))).rejects.toThrow();
  });
}

describe('a key in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tokenholic-keys-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  contract(() => createFileKeyManagement(folder));
  test('is for this user alone', () => {
    expect(statSync(join(folder, 'master.key')).mode & 0o777).toBe(0o600);
  });
});

describe('a key of the environment', () => {
  const key = randomBytes(32);
  contract(() => createLocalKeyManagement('environment', key));
});

interface Asked {
  headers: Record<string, string>;
  body: string;
}
type Answer = (asked: Asked) => { status: number; body: unknown };

/** A server on this machine that answers as a key service does, once it has checked who asks. */
async function double(answer: Answer): Promise<{ server: Server; address: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  const read = async (request: IncomingMessage) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(Buffer.from(piece));
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    return { headers, body: Buffer.concat(pieces).toString('utf8') };
  };
  const server = createServer((request, response) => {
    void read(request).then((one) => {
      asked.push(one);
      const { status, body } = answer(one);
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, address: `http://127.0.0.1:${port}`, asked };
}

const CREDENTIALS = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'a-secret-of-this-test' };
const settings = (endpoint: string): KmsSettings => ({
  ...{ key: 'key-1', region: 'cn-hangzhou', endpoint, ...CREDENTIALS, sessionToken: null },
});
const now = () => new Date('2026-11-28T10:00:00Z');
const inside = createLocalKeyManagement('double', randomBytes(32));
const pick = ({ headers }: Asked, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, headers[name] ?? '']));

describe('AWS KMS', () => {
  let at: Awaited<ReturnType<typeof double>>;
  let store = new Map<string, string>();
  let failing = 0;
  beforeAll(async () => {
    store = new Map();
    at = await double((asked) => {
      if (failing > 0) {
        failing -= 1;
        return { status: 503, body: { __type: 'KMSInternalException' } };
      }
      const { authorization = '' } = asked.headers;
      const signed = /SignedHeaders=([^,]+)/.exec(authorization)?.[1]?.split(';') ?? [];
      const expected = signAws(
        { method: 'POST', path: '/', query: '', headers: pick(asked, signed), body: asked.body },
        { ...CREDENTIALS, region: 'cn-hangzhou', service: 'kms' },
      );
      if (authorization !== expected)
        return { status: 400, body: { __type: 'IncompleteSignatureException' } };
      const body = JSON.parse(asked.body);
      if (body.KeyId !== 'key-1' || body.EncryptionContext?.product !== 'tokenholic')
        return { status: 400, body: { __type: 'InvalidCiphertextException' } };
      if (asked.headers['x-amz-target'] === 'TrentService.Encrypt') {
        const blob = createHash('sha256').update(body.Plaintext).digest('base64');
        store.set(blob, body.Plaintext);
        return { status: 200, body: { CiphertextBlob: blob, KeyId: body.KeyId } };
      }
      const plain = store.get(body.CiphertextBlob);
      return plain === undefined
        ? { status: 400, body: { __type: 'InvalidCiphertextException' } }
        : { status: 200, body: { Plaintext: plain, KeyId: body.KeyId } };
    });
  });
  afterAll(() => at.server.close());
  contract(() => createAwsKms(settings(at.address), now));

  test('signs as the documented example does', () => {
    const signed = signAws(
      {
        ...{ method: 'GET', path: '/', query: 'Action=ListUsers&Version=2010-05-08', body: '' },
        headers: {
          'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
          host: 'iam.amazonaws.com',
          'x-amz-date': '20150830T123600Z',
        },
      },
      {
        ...{ accessKeyId: 'AKIDEXAMPLE', region: 'us-east-1', service: 'iam' },
        secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
      },
    );
    expect(signed).toContain('5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7');
  });

  test('a service that is busy is asked again; one that refuses is not, and says why', async () => {
    failing = 2;
    const wrapped = await createAwsKms(settings(at.address), now).wrap(Buffer.alloc(32, 1));
    expect(wrapped).not.toBe('');
    const before = at.asked.length;
    const wrong = createAwsKms({ ...settings(at.address), secretAccessKey: 'wrong' }, now);
    const refused = await wrong.unwrap(wrapped).catch((error: unknown) => error);
    expect(isAppError(refused, 'kit.key_service_refuses') && refused.userMessage.en).toContain(
      'IncompleteSignatureException',
    );
    expect(at.asked.length - before).toBe(1);
  });
});

describe('Alibaba Cloud KMS', () => {
  let at: Awaited<ReturnType<typeof double>>;
  beforeAll(async () => {
    const store = new Map<string, string>();
    at = await double((asked) => {
      const names = /SignedHeaders=([^,]+)/.exec(asked.headers.authorization ?? '')?.[1]?.split(';') ?? [];
      const expected = signAlibaba(
        { method: 'POST', path: '/', query: '', headers: pick(asked, names), body: asked.body },
        CREDENTIALS,
      );
      if (asked.headers.authorization !== expected)
        return { status: 403, body: { Code: 'SignatureDoesNotMatch' } };
      const fields = new URLSearchParams(asked.body);
      const plain = fields.get('Plaintext');
      if (asked.headers['x-acs-action'] === 'Encrypt' && plain !== null) {
        const blob = createHash('sha256').update(plain).digest('base64');
        store.set(blob, plain);
        return { status: 200, body: { CiphertextBlob: blob, KeyId: fields.get('KeyId') } };
      }
      const opened = store.get(fields.get('CiphertextBlob') ?? '');
      return opened === undefined
        ? { status: 404, body: { Code: 'InvalidCiphertext.NotFound' } }
        : { status: 200, body: { Plaintext: opened } };
    });
  });
  afterAll(() => at.server.close());
  contract(() => createAlibabaKms(settings(at.address), now));

  test('signs as the documented example does', () => {
    const signed = signAlibaba(
      {
        ...{ method: 'POST', path: '/', body: '' },
        query: 'ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai',
        headers: {
          host: 'ecs.cn-shanghai.aliyuncs.com',
          'x-acs-action': 'RunInstances',
          'x-acs-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
          'x-acs-date': '2023-10-26T10:22:32Z',
          'x-acs-signature-nonce': '3156853299f313e23d1673dc12e1703d',
          'x-acs-version': '2014-05-26',
        },
      },
      { accessKeyId: 'YourAccessKeyId', secretAccessKey: 'YourAccessKeySecret' },
    );
    expect(signed).toContain('06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0');
  });

  test('a refusal says its code and nothing of the answer', async () => {
    const wrong = createAlibabaKms({ ...settings(at.address), secretAccessKey: 'wrong' }, now);
    const refused = await wrong.wrap(Buffer.alloc(32, 1)).catch((error: unknown) => error);
    expect(isAppError(refused, 'kit.key_service_refuses') && refused.userMessage.en).toContain(
      'SignatureDoesNotMatch',
    );
  });
});

test('what one keeper wrapped opens with no other', async () => {
  const other = createLocalKeyManagement('other', randomBytes(32));
  await expect(other.unwrap(await inside.wrap(randomBytes(32)))).rejects.toThrow();
});
