import { createHash, createHmac, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { KmsSettings, SignedRequest } from './aws-kms.ts';
import type { KeyManagement } from './key-management.ts';
import { postToKeyService } from './post-to-key-service.ts';

const VERSION = '2016-01-20';
const CONTEXT = JSON.stringify({ product: 'tokenholic' });
const encrypted = z.object({ CiphertextBlob: z.string().min(1) });
const decrypted = z.object({ Plaintext: z.base64() });

/** Alibaba Cloud KMS over its RPC API 2016-01-20 (Encrypt, Decrypt), requests signed with ACS3-HMAC-SHA256. */
export function createAlibabaKms(settings: KmsSettings, now: () => Date): KeyManagement {
  const endpoint = settings.endpoint ?? `https://kms.${settings.region}.aliyuncs.com`;
  const call = async (action: 'Encrypt' | 'Decrypt', fields: Record<string, string>): Promise<unknown> => {
    const url = new URL('/', endpoint);
    const body = new URLSearchParams({ ...fields, EncryptionContext: CONTEXT }).toString();
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      host: url.host,
      'x-acs-action': action,
      'x-acs-content-sha256': sha256(body),
      'x-acs-date': now()
        .toISOString()
        .replace(/\.\d+Z$/, 'Z'),
      'x-acs-signature-nonce': randomUUID().replaceAll('-', ''),
      'x-acs-version': VERSION,
      ...(settings.sessionToken === null ? {} : { 'x-acs-security-token': settings.sessionToken }),
    };
    const authorization = signAlibaba({ method: 'POST', path: '/', query: '', headers, body }, settings);
    return postToKeyService(url, { ...headers, authorization, accept: 'application/json' }, body);
  };
  return {
    keeper: `alibaba:${settings.region}:${settings.key}`,
    wrap: async (key) => {
      const answer = await call('Encrypt', { KeyId: settings.key, Plaintext: key.toString('base64') });
      return encrypted.parse(answer).CiphertextBlob;
    },
    unwrap: async (wrapped) =>
      Buffer.from(decrypted.parse(await call('Decrypt', { CiphertextBlob: wrapped })).Plaintext, 'base64'),
  };
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The Authorization header of ACS3-HMAC-SHA256. Source: Alibaba Cloud, "V3 request body & signature mechanism". */
export function signAlibaba(
  { method, path, query, headers, body }: SignedRequest,
  { accessKeyId, secretAccessKey }: { accessKeyId: string; secretAccessKey: string },
): string {
  const names = Object.keys(headers)
    .filter((name) => name === 'host' || name === 'content-type' || name.startsWith('x-acs-'))
    .sort();
  const canonical = [
    ...[method, path, query],
    ...names.map((name) => `${name}:${(headers[name] ?? '').trim()}`),
    ...['', names.join(';'), sha256(body)],
  ].join('\n');
  const text = `ACS3-HMAC-SHA256\n${sha256(canonical)}`;
  const signature = createHmac('sha256', secretAccessKey).update(text).digest('hex');
  return `ACS3-HMAC-SHA256 Credential=${accessKeyId},SignedHeaders=${names.join(';')},Signature=${signature}`;
}
