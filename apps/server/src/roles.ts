import type { Service } from '@tokenholic/kit';

export const ROLES = ['api', 'worker', 'relay'] as const;
export type Role = (typeof ROLES)[number];

/** What this process does. One process of the embedded product does everything. */
export interface Part {
  roles: ReadonlySet<Role>;
  /** Services whose events and jobs a worker works on, or with `-` before each those it leaves out; none named: all. */
  services: readonly string[];
}

const bare = (name: string) => name.replace(/^-/, '');

/** What is wrong with the names of services in the configuration. */
export function serviceFaults(part: Part, services: readonly Pick<Service, 'name'>[]): string[] {
  const known = services.map(({ name }) => name);
  const unknown = part.services.map(bare).filter((name) => !known.includes(name));
  const leftOut = part.services.filter((name) => name.startsWith('-'));
  return [
    ...unknown.map((name) => `no service is called ${name}; there are ${known.join(', ')}`),
    ...(leftOut.length > 0 && leftOut.length < part.services.length
      ? ['name either services to work on or, each with a minus, services to leave out']
      : []),
  ];
}

/** Services whose events and jobs this process works on. */
export function workedOn<S extends Pick<Service, 'name'>>(part: Part, services: readonly S[]): S[] {
  if (!part.roles.has('worker')) return [];
  const named = new Set(part.services.map(bare));
  if (part.services.some((name) => name.startsWith('-')))
    return services.filter(({ name }) => !named.has(name));
  return services.filter(({ name }) => named.size === 0 || named.has(name));
}
