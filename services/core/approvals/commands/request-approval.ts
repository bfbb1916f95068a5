import type { Approval, RequestApproval } from '@tokenholic/contracts';
import { type Kit, notFound, type Principal } from '@tokenholic/kit';
import type { ApprovalPorts } from '../ports.ts';
import { readApproval } from '../queries/read-approval.ts';
import { openRequest } from './open-request.ts';

/** A request that a person makes by hand. */
export async function requestApproval(
  kit: Kit,
  ports: ApprovalPorts,
  principal: Principal,
  { title, ...request }: RequestApproval,
): Promise<Approval> {
  const { user, homeOrganizationId: vendorId, organizationIds } = principal;
  const { clientId } = request;
  if (clientId !== null && (clientId === vendorId || !organizationIds.includes(clientId))) throw notFound();
  const { id } = await openRequest(kit, ports, {
    ...{ ...request, vendorId, title: { zh: title, en: title }, subjectId: null },
    by: { id: user.id, name: user.name },
  });
  return readApproval(kit, ports, principal, id);
}
