import type { ApprovalPorts } from '@tokenholic/approvals';
import { createGetClient, findVendor, listColleagues } from '@tokenholic/identity';
import type { Kit } from '@tokenholic/kit';

/** What approvals know of people and clients. */
export function approvalPorts(kit: Kit, demo: boolean): ApprovalPorts {
  const getClient = createGetClient(kit);
  return {
    people: (vendorId) => listColleagues(kit, vendorId),
    clientName: async (clientId) => (await getClient(clientId)).name,
    findVendor: () => findVendor(kit, demo),
  };
}
