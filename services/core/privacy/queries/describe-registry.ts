import type { PrivacyRegistry } from '@tokenholic/contracts';
import { contactPlaces } from '../domain/contact-places.ts';
import { registry } from '../domain/registry.ts';

/** The registry as people read it. */
export function describeRegistry(): PrivacyRegistry {
  return {
    items: Object.entries(registry).map(([name, entry]) =>
      entry.scope === 'none'
        ? {
            name,
            scope: entry.scope,
            holds: null,
            reason: entry.reason,
            exported: false,
            hidden: [],
            contact: null,
          }
        : {
            ...{ name, scope: entry.scope, holds: entry.holds, reason: null, exported: true },
            hidden: [...entry.hidden],
            contact: contactPlaces[name]?.how ?? null,
          },
    ),
  };
}
