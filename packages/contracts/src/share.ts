import { z } from 'zod';
import { battleMapSchema } from './battlemap.ts';

/** What a read-only link shows. Notes and names of editors are never shown. */
export const shareOptionsSchema = z.object({
  /** Null: always the current map. */
  version: z.number().int().positive().nullable(),
  showValues: z.boolean(),
  showOpportunities: z.boolean(),
});
export type ShareOptions = z.infer<typeof shareOptionsSchema>;

export const createShareSchema = shareOptionsSchema
  .extend({ days: z.number().int().min(1).max(365) })
  .meta({ id: 'CreateShare' });
export type CreateShare = z.infer<typeof createShareSchema>;

export const shareLinkSchema = shareOptionsSchema
  .extend({
    id: z.uuid(),
    createdBy: z.string(),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    revokedAt: z.iso.datetime().nullable(),
    views: z.number().int().nonnegative(),
    lastViewedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ShareLink' });
export type ShareLink = z.infer<typeof shareLinkSchema>;

/** The secret part of the address is told once, to the one who made the link. */
export const createdShareSchema = z
  .object({ link: shareLinkSchema, token: z.string() })
  .meta({ id: 'CreatedShare' });
export type CreatedShare = z.infer<typeof createdShareSchema>;

export const sharedMapSchema = z
  .object({
    map: battleMapSchema,
    expiresAt: z.iso.datetime(),
    showValues: z.boolean(),
    showOpportunities: z.boolean(),
  })
  .meta({ id: 'SharedMap' });
export type SharedMap = z.infer<typeof sharedMapSchema>;
