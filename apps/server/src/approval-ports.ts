import type { ApprovalPorts } from '@tokenholic/approvals';
import { findVendor, getClient, listColleagues } from '@tokenholic/identity';
import type { Kit } from '@tokenholic/kit';

/** What approvals know of people and clients. */
export function approvalPorts(kit: Kit, demo: boolean): ApprovalPorts {
  return {
    people: (vendorId) => listColleagues(kit, vendorId),
    clientName: async (clientId) => (await getClient(kit, clientId)).name,
    findVendor: () => findVendor(kit, demo),
  };
}
