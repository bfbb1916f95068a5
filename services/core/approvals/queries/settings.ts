import { type ApprovalSettings, approvalSettingsSchema } from '@tokenholic/contracts';
import type { Kit, TenantTransaction } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { DEFAULT_SETTINGS } from '../domain/default-settings.ts';
import { settings } from '../tables.ts';

/** Rules and working hours of the vendor; what the product comes with until somebody changes them. */
export function readSettings(kit: Kit, vendorId: string): Promise<ApprovalSettings> {
  return kit.database.withTenant([vendorId], (tx) => settingsIn(tx, vendorId));
}

/** The same inside a transaction that the vendor belongs to. */
export async function settingsIn(tx: TenantTransaction, vendorId: string): Promise<ApprovalSettings> {
  const [row] = await tx.db.select().from(settings).where(eq(settings.organizationId, vendorId));
  return row === undefined ? DEFAULT_SETTINGS : approvalSettingsSchema.parse(row);
}
