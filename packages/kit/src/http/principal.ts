import type { User } from '@tokenholic/contracts';
import type { FastifyRequest } from 'fastify';
import type { AppError } from '../errors.ts';

/** Who asks, and for which organisations this person may ask. */
export interface Principal {
  user: User;
  /** The organisation the person belongs to: the vendor's for agents, the client's for its people. */
  homeOrganizationId: string;
  organizationIds: readonly string[];
  /** Until when the person must have a second step of signing in; absent when nobody asks for it. */
  secondStepDue?: Date;
  /** Why this person can do nothing but look after their own account just now. */
  withheld?: () => AppError;
}

/** Provided by core/identity; null when nobody is signed in. */
export type Authenticate = (request: Pick<FastifyRequest, 'headers'>) => Promise<Principal | null>;

/** Whether who asks gave the password a moment ago, for what cannot be undone. */
export type Confirmed = (request: Pick<FastifyRequest, 'headers'>) => Promise<boolean>;
