import { type DealSettings, dealSettingsSchema } from '@tokenholic/contracts';
import type { Kit, Principal, TenantTransaction } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { DEFAULT_SETTINGS } from '../domain/settings/stages.ts';
import { settings } from '../tables.ts';

/** Stages and fields of the vendor's organisation; what it begins with until somebody changes them. */
export function readSettings(
  kit: Kit,
  { homeOrganizationId: home }: Pick<Principal, 'homeOrganizationId'>,
): Promise<DealSettings> {
  return kit.database.withTenant([home], (tx) => settingsIn(tx, home));
}

/** The same inside a transaction that the organisation belongs to. */
export async function settingsIn(tx: TenantTransaction, home: string): Promise<DealSettings> {
  const [row] = await tx.db.select().from(settings).where(eq(settings.organizationId, home));
  if (row === undefined) return DEFAULT_SETTINGS;
  return dealSettingsSchema.parse({ stages: row.stages, fields: row.fields, revision: row.revision });
}
