import { lookup as resolve } from 'node:dns';
import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** True for addresses of the public internet; everything reserved, private, local or wrapped is not. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  // NAT64 and 6to4 can wrap a private address.
  return parsed.kind() === 'ipv4' || !/^(?:64:ff9b|2002):/i.test(parsed.toString());
}

/** Whether a web address leads to the public internet: by its literal address, or by all that its name resolves to. */
export async function isPublicUrl(address: string): Promise<boolean> {
  const hostname = new URL(address).hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(hostname)) return isPublicAddress(hostname);
  const found = await lookup(hostname, { all: true }).catch(() => []);
  return found.every((entry) => isPublicAddress(entry.address));
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
