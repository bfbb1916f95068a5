import type { LocalizedText, Problem } from '@tokenholic/contracts';

/** A failure as the server explains it, in both languages. */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  readonly text: LocalizedText;
  readonly details: Record<string, unknown>;
  readonly traceId: string | null;

  constructor(problem: Pick<Problem, 'code' | 'status' | 'message'> & Partial<Problem>) {
    super(problem.code);
    this.code = problem.code;
    this.status = problem.status;
    this.text = problem.message;
    this.details = problem.details ?? {};
    this.traceId = problem.traceId ?? null;
  }
}

/** Whether whoever asks belongs to an organisation that lives in an installation of its own now. */
export const hasMovedAway = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.code === 'kit.organization_departed';

const OFFLINE: Pick<Problem, 'code' | 'status' | 'message'> = {
  code: 'web.offline',
  status: 0,
  message: {
    zh: '连不上服务器。请检查网络，或确认 Tokenholic 正在运行。',
    en: 'The server cannot be reached. Check your network, or that Tokenholic is running.',
  },
};

const STRANGE: LocalizedText = {
  zh: '服务器返回了无法理解的内容，请刷新页面重试。',
  en: 'The server answered something unexpected. Reload the page and try again.',
};

export interface Answer<T> {
  data: T;
  etag: string | null;
}

let askPassword: (() => Promise<boolean>) | null = null;

/** The screen that asks for the password again says so here; the answer is whether it was given. */
export function onPasswordAsked(ask: (() => Promise<boolean>) | null): void {
  askPassword = ask;
}

/**
 * One request to the API. The answer's type is the contract's; the server checks what it sends against it. For what cannot be
 * undone the server asks for the password first: then the request is sent again once it was given.
 */
export async function request<T>(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer<T>> {
  try {
    return await send<T>(method, path, body, headers);
  } catch (error) {
    const isAsked = error instanceof ApiError && error.code === 'kit.password_again';
    if (!isAsked || askPassword === null || !(await askPassword())) throw error;
    return send<T>(method, path, body, headers);
  }
}

async function send<T>(
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<Answer<T>> {
  const isForm = body instanceof FormData;
  const init: RequestInit = {
    method,
    headers: {
      accept: 'application/json',
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
  };
  if (body !== undefined) init.body = isForm ? body : JSON.stringify(body);
  const response = await fetch(path, init).catch(() => {
    throw new ApiError(OFFLINE);
  });
  if (!response.ok) throw new ApiError(await readProblem(response));
  const data = response.status === 204 ? undefined : await response.json();
  return { data: data as T, etag: response.headers.get('etag') };
}

async function readProblem(
  response: Response,
): Promise<Pick<Problem, 'code' | 'status' | 'message'> & Partial<Problem>> {
  const fallback = { code: 'web.unexpected_answer', status: response.status, message: STRANGE };
  try {
    const problem: Partial<Problem> = await response.json();
    return problem.message === undefined ? fallback : { ...fallback, ...problem };
  } catch {
    return fallback;
  }
}

export const get = async <T>(path: string) => (await request<T>('GET', path)).data;
export const post = async <T>(path: string, body?: unknown) => (await request<T>('POST', path, body)).data;
