import type { Service } from '@tokenholic/kit';

export const ROLES = ['api', 'worker', 'relay'] as const;
export type Role = (typeof ROLES)[number];

/** What this process does. One process of the embedded product does everything. */
export interface Part {
  roles: ReadonlySet<Role>;
  /** Services whose events and jobs a worker works on; null: all. */
  services: readonly string[] | null;
}

/** Names in the configuration that no service has. */
export function unknownServices(part: Part, services: readonly Pick<Service, 'name'>[]): string[] {
  return (part.services ?? []).filter((name) => !services.some((service) => service.name === name));
}

/** Services whose events and jobs this process works on. */
export function workedOn<S extends Pick<Service, 'name'>>(part: Part, services: readonly S[]): S[] {
  if (!part.roles.has('worker')) return [];
  return services.filter(({ name }) => part.services?.includes(name) ?? true);
}
