import type { ApprovalPorts } from '@tokenholic/approvals';
import { findVendor, getClient, listAgents } from '@tokenholic/identity';
import type { Kit } from '@tokenholic/kit';

/** What approvals know of people and clients. */
export function approvalPorts(kit: Kit, demo: boolean): ApprovalPorts {
  return {
    people: (homeOrganizationId) => listAgents(kit, { homeOrganizationId }),
    clientName: async (clientId) => (await getClient(kit, clientId)).name,
    findVendor: () => findVendor(kit, demo),
  };
}
