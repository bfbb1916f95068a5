import { isPublicAddress } from '@tokenholic/kit';
import ipaddr from 'ipaddr.js';
import { gatheringFailure } from '../../domain/gathering/failures.ts';

/** Checks the address text before any connection: scheme, credentials, port, literal private addresses. */
export function checkUrl(address: string, allowedPrivateHosts: ReadonlySet<string>): URL {
  if (!URL.canParse(address)) throw gatheringFailure('not_reachable');
  const url = new URL(address);
  const allowed = allowedPrivateHosts.has(url.host);
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (!['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '')
    throw gatheringFailure('address_forbidden');
  if (allowed) return url;
  if (url.port !== '' && url.port !== '80' && url.port !== '443') throw gatheringFailure('address_forbidden');
  if (ipaddr.isValid(literal) && !isPublicAddress(literal)) throw gatheringFailure('address_forbidden');
  return url;
}
