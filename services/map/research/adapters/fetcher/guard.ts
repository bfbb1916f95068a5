import { lookup as resolve } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { gatheringFailure } from '../../domain/gathering/failures.ts';

/** True for addresses of the public internet; everything reserved, private, local or wrapped is not. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  // NAT64 and 6to4 can wrap a private address.
  return parsed.kind() === 'ipv4' || !/^(?:64:ff9b|2002):/i.test(parsed.toString());
}

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

/** Name look-up that refuses private answers: the address checked is the address connected to, so rebinding finds no gap. */
export function guardedLookup(isAllowed: (hostname: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, '', 4);
      const usable = isAllowed(hostname)
        ? addresses
        : addresses.filter(({ address }) => isPublicAddress(address));
      const [first] = usable;
      if (first === undefined)
        return callback(Object.assign(new Error('private address'), { code: 'EPRIVATE' }), '', 4);
      if (options.all === true) return callback(null, usable);
      return callback(null, first.address, first.family);
    });
  };
}
