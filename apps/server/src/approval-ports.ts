import type { ApprovalPorts } from '@tokenholic/approvals';
import type { LocalizedText } from '@tokenholic/contracts';
import { createGetClient, listColleagues, listNames, listVendors } from '@tokenholic/identity';
import type { Kit } from '@tokenholic/kit';

const UNKNOWN: LocalizedText = { zh: '—', en: '—' };

/** What approvals know of people and clients. */
export function approvalPorts(kit: Kit, demo: boolean): ApprovalPorts {
  const getClient = createGetClient(kit);
  return {
    people: (vendorId) => listColleagues(kit, vendorId),
    nameOf: async (vendorId, id) => (await listNames(kit, vendorId)).get(id) ?? UNKNOWN,
    clientName: async (clientId) => (await getClient(clientId)).name,
    vendors: () => listVendors(kit, demo),
  };
}
