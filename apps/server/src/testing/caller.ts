import type { Product } from '../compose.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** A browser of one person: it keeps the session that it is given. */
export interface Caller {
  <T>(method: Method, path: string, body?: object): Promise<{ status: number; body: T }>;
  raw(path: string): Promise<{ status: number; bytes: Uint8Array }>;
  /** One file in a form; the answer is the status. */
  upload(path: string, fileName: string, text: string): Promise<number>;
}

export function caller({ app }: Pick<Product, 'app'>): Caller {
  let cookie = '';
  const send = async (method: Method, path: string, body?: object) => {
    const options = { method, url: `/api/${path}`, headers: { cookie } };
    const response = await app.inject(body === undefined ? options : { ...options, payload: body });
    const set = [response.headers['set-cookie'] ?? []].flat().find((one) => /session_token=/.test(one));
    if (set !== undefined) cookie = set.split(';')[0] ?? '';
    return response;
  };
  const call = async <T>(method: Method, path: string, body?: object) => {
    const response = await send(method, path, body);
    const text = response.body;
    const parsed: T = text === '' || text === 'null' ? {} : JSON.parse(text);
    return { status: response.statusCode, body: parsed };
  };
  const raw = async (path: string) => {
    const response = await send('GET', path);
    return { status: response.statusCode, bytes: new Uint8Array(response.rawPayload) };
  };
  const upload = async (path: string, fileName: string, text: string) => {
    const payload = [
      ...['--form', `Content-Disposition: form-data; name="file"; filename="${fileName}"`],
      ...['Content-Type: application/octet-stream', '', text, '--form--', ''],
    ].join('\r\n');
    const headers = { cookie, 'content-type': 'multipart/form-data; boundary=form' };
    return (await app.inject({ method: 'POST', url: `/api/${path}`, headers, payload })).statusCode;
  };
  return Object.assign(call, { raw, upload });
}
