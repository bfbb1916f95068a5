import type { User } from '@tokenholic/contracts';
import type { FastifyRequest } from 'fastify';

/** Who asks, and for which organisations this person may ask. */
export interface Principal {
  user: User;
  /** The organisation the person belongs to: the vendor's for agents, the client's for its people. */
  homeOrganizationId: string;
  organizationIds: readonly string[];
}

/** Provided by core/identity; null when nobody is signed in. */
export type Authenticate = (request: Pick<FastifyRequest, 'headers'>) => Promise<Principal | null>;
