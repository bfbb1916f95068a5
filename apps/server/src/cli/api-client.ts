import { type LocalizedText, problemSchema } from '@tokenholic/contracts';
import type { z } from 'zod';

/** What the server refused, in both languages. */
export class ApiFailure extends Error {
  readonly text: LocalizedText;
  readonly code: string;
  readonly details: Record<string, unknown>;

  constructor(code: string, text: LocalizedText, details: Record<string, unknown>) {
    super(`${code}: ${text.en}`);
    this.code = code;
    this.text = text;
    this.details = details;
  }
}

const UNREADABLE = { zh: '服务器返回了无法理解的内容。', en: 'The server answered something unexpected.' };

async function send(
  address: string,
  key: string | null,
  method: string,
  path: string,
  body?: unknown,
): Promise<Response> {
  const isForm = body instanceof FormData;
  const init: RequestInit = {
    method,
    headers: {
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    },
  };
  if (body !== undefined) init.body = isForm ? body : JSON.stringify(body);
  const response = await fetch(`${address}${path}`, init);
  if (response.ok) return response;
  const problem = problemSchema.safeParse(await response.json().catch(() => null));
  if (problem.success)
    throw new ApiFailure(problem.data.code, problem.data.message, problem.data.details ?? {});
  throw new ApiFailure('cli.unexpected_answer', UNREADABLE, {});
}

/** The API of a running product, for the command line. Answers are checked against the contract. */
export function apiClient(address: string, key: string | null = null) {
  return {
    call: async <S extends z.ZodType>(
      schema: S,
      method: string,
      path: string,
      body?: unknown,
    ): Promise<z.output<S>> => schema.parse(await (await send(address, key, method, path, body)).json()),
    bytes: async (path: string): Promise<Uint8Array> =>
      new Uint8Array(await (await send(address, key, 'GET', path)).arrayBuffer()),
  };
}

export type ApiClient = ReturnType<typeof apiClient>;
