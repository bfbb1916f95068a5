import type { FastifyReply, FastifyRequest } from 'fastify';

/** What the authentication library may know of a request: its cookies, the browser's name and the sender's address. */
export function forwardedHeaders(request: Pick<FastifyRequest, 'headers' | 'ip'>): Headers {
  const { cookie, 'user-agent': agent } = request.headers;
  return new Headers({
    ...(cookie === undefined ? {} : { cookie }),
    ...(agent === undefined ? {} : { 'user-agent': agent.slice(0, 300) }),
    'x-forwarded-for': request.ip,
  });
}

/** Hands the library's cookies to the browser. */
export function passCookies(reply: FastifyReply, headers: Headers | null): void {
  const cookies = headers?.getSetCookie() ?? [];
  if (cookies.length > 0) reply.header('set-cookie', cookies);
}

/** The library's code of an expected failure; null for anything else, which is a defect of ours. */
export async function failureCode(error: unknown): Promise<string | null> {
  const { isAPIError } = await import('better-auth/api');
  if (!isAPIError(error)) return null;
  const { body } = error;
  return typeof body?.code === 'string' ? body.code : 'UNKNOWN';
}
