import type { User } from '@tokenholic/contracts';
import type { FastifyRequest } from 'fastify';

/** Who asks, and for which organisations this person may ask. */
export interface Principal {
  user: User;
  organizationIds: readonly string[];
}

/** Provided by core/identity; null when nobody is signed in. */
export type Authenticate = (request: Pick<FastifyRequest, 'headers'>) => Promise<Principal | null>;
