import { AppError } from '../errors.ts';

const LONGEST_WAIT_MILLISECONDS = 10_000;
const TRIES = 3;

/** Asks a key service; what a second try may mend is tried again. Its answers may hold keys, so they are never logged. */
export async function postToKeyService(
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<unknown> {
  // `host` is signed, and the client sets it by itself from the address.
  const { host: _host, ...sent } = headers;
  for (let tries = 1; ; tries += 1) {
    try {
      const signal = AbortSignal.timeout(LONGEST_WAIT_MILLISECONDS);
      const response = await fetch(url, { method: 'POST', headers: sent, body, signal, redirect: 'error' });
      const text = await response.text();
      if (response.ok) return JSON.parse(text);
      if (response.status < 500 || tries === TRIES) throw keyServiceRefuses(response.status, faultOf(text));
    } catch (error) {
      if (error instanceof AppError || tries === TRIES) throw asUnavailable(error);
    }
  }
}

/** The name of the fault, as `AccessDeniedException` or `Forbidden.KeyNotFound`; nothing else of the answer. */
function faultOf(text: string): string {
  const match = /"(?:__type|Code|code)"\s*:\s*"([\w.#:/-]{1,120})"/.exec(text);
  return match?.[1] ?? 'no reason given';
}

function asUnavailable(error: unknown): AppError {
  return error instanceof AppError ? error : keyServiceRefuses(0, 'no answer', error);
}

function keyServiceRefuses(status: number, fault: string, cause?: unknown): AppError {
  return new AppError({
    kind: 'unavailable',
    code: 'kit.key_service_refuses',
    message: {
      zh: `密钥服务没有给出密钥（${status === 0 ? '无应答' : status}，${fault}）。请检查密钥服务的地址、密钥和权限。`,
      en: `The key service gave no key (${status === 0 ? 'no answer' : status}, ${fault}). Check its address, the key and the rights to use it.`,
    },
    cause,
  });
}
