/** Where nobody is signed in: shared maps, a client's requirements, and the way in. */
export const GUEST_PATHS = [
  '/shared/',
  '/requirements/',
  '/sign-in',
  '/sign-up',
  '/verify',
  '/forgot',
  '/reset',
];

/** Where to go after signing in; only within this installation, whatever the address says. */
export function readNext(search: Record<string, unknown>): { next?: string } {
  const { next } = search;
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {};
}

/** Texts of an address's search by name; everything else is left out. */
export function readTexts<const Name extends string>(
  search: Record<string, unknown>,
  names: readonly Name[],
): { [K in Name]?: string } {
  const found: { [K in Name]?: string } = {};
  for (const name of names) {
    const value = search[name];
    if (typeof value === 'string' || typeof value === 'number') found[name] = String(value);
  }
  return found;
}
