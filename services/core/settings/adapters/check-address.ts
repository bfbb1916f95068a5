import { isPublicUrl } from '@tokenholic/kit';
import { addressForbidden } from '../domain/failures.ts';

/** A model may stand inside the network, but only where an operator allowed it: the field must not become a way to probe it. */
export async function checkModelAddress(
  baseUrl: string | null,
  allowedPrivateHosts: readonly string[],
): Promise<void> {
  if (baseUrl === null) return;
  const { host } = new URL(baseUrl);
  if (allowedPrivateHosts.includes(host)) return;
  if (!(await isPublicUrl(baseUrl))) throw addressForbidden(host);
}
