/** Somebody with a browser that keeps its cookies. */
export function visitor(address: () => string) {
  const cookies = new Map<string, string>();
  return async <T>(method: string, path: string, body?: object): Promise<{ status: number; body: T }> => {
    const response = await fetch(`${address()}/api/${path}`, {
      method,
      headers: {
        cookie: [...cookies.values()].join('; '),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      cookies.set(pair.split('=')[0] ?? '', pair);
    }
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
  };
}
