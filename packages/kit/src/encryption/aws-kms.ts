import { createHash, createHmac } from 'node:crypto';
import { z } from 'zod';
import type { KeyManagement } from './key-management.ts';
import { postToKeyService } from './post-to-key-service.ts';

export interface KmsSettings {
  /** Id, ARN or alias of the key. */
  key: string;
  region: string;
  /** Null: the service's public address of the region. */
  endpoint: string | null;
  accessKeyId: string;
  secretAccessKey: string;
  /** Of temporary credentials. */
  sessionToken: string | null;
}

const CONTEXT = { product: 'tokenholic' };
const encrypted = z.object({ CiphertextBlob: z.base64() });
const decrypted = z.object({ Plaintext: z.base64() });

/** AWS Key Management Service over its JSON API (Encrypt, Decrypt), requests signed with Signature Version 4. */
export function createAwsKms(settings: KmsSettings, now: () => Date): KeyManagement {
  const endpoint = settings.endpoint ?? `https://kms.${settings.region}.amazonaws.com`;
  const call = async (action: 'Encrypt' | 'Decrypt', body: Record<string, unknown>): Promise<unknown> => {
    const url = new URL('/', endpoint);
    const text = JSON.stringify({ KeyId: settings.key, EncryptionContext: CONTEXT, ...body });
    const headers = {
      'content-type': 'application/x-amz-json-1.1',
      host: url.host,
      'x-amz-date': stampOf(now()),
      'x-amz-target': `TrentService.${action}`,
      ...(settings.sessionToken === null ? {} : { 'x-amz-security-token': settings.sessionToken }),
    };
    const authorization = signAws(
      { method: 'POST', path: '/', query: '', headers, body: text },
      { ...settings, service: 'kms' },
    );
    return postToKeyService(url, { ...headers, authorization }, text);
  };
  return {
    keeper: `aws:${settings.region}:${settings.key}`,
    wrap: async (key) =>
      encrypted.parse(await call('Encrypt', { Plaintext: key.toString('base64') })).CiphertextBlob,
    unwrap: async (wrapped) =>
      Buffer.from(decrypted.parse(await call('Decrypt', { CiphertextBlob: wrapped })).Plaintext, 'base64'),
  };
}

const stampOf = (at: Date) => `${at.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

export interface SignedRequest {
  method: string;
  path: string;
  /** In canonical order and encoding. */
  query: string;
  /** Lower-case names; all of them are signed. */
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** The Authorization header of Signature Version 4. Source: AWS, "Create a signed AWS API request". */
export function signAws(
  { method, path, query, headers, body }: SignedRequest,
  {
    accessKeyId,
    secretAccessKey,
    region,
    service,
  }: { accessKeyId: string; secretAccessKey: string; region: string; service: string },
): string {
  const names = Object.keys(headers).sort();
  const canonical = [
    ...[method, path, query],
    ...names.map((name) => `${name}:${(headers[name] ?? '').trim()}`),
    ...['', names.join(';'), sha256(body)],
  ].join('\n');
  const stamp = headers['x-amz-date'] ?? '';
  const day = stamp.slice(0, 8);
  const scope = `${day}/${region}/${service}/aws4_request`;
  const key = [region, service, 'aws4_request'].reduce<Buffer>(hmac, hmac(`AWS4${secretAccessKey}`, day));
  const signature = hmac(key, ['AWS4-HMAC-SHA256', stamp, scope, sha256(canonical)].join('\n')).toString(
    'hex',
  );
  return `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
}
