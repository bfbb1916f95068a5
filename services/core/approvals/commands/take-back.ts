import type { Approval, ResubmitApproval } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { refused } from '../domain/failures.ts';
import { next } from '../domain/request-state.ts';
import { decidersFor, routing } from '../domain/routing.ts';
import type { ApprovalPorts } from '../ports.ts';
import { lockRequest, placeOfRequest } from '../queries/find-request.ts';
import { readApproval } from '../queries/read-approval.ts';
import { settingsIn } from '../queries/settings.ts';
import { keep } from './keep.ts';

/** Submits again what came back for changes; the route is found anew from the figures as they are now. */
export async function resubmit(
  kit: Kit,
  ports: ApprovalPorts,
  principal: Principal,
  id: string,
  { detail, amountCny, discountPercent, revision }: ResubmitApproval,
): Promise<Approval> {
  const { user, homeOrganizationId: home } = principal;
  const people = await ports.people(home);
  const now = kit.now();
  await kit.database.withTenant(await placeOfRequest(kit, home, id), async (tx) => {
    const row = await lockRequest(tx, id);
    if (row.requestedBy !== user.id) throw refused('not_yours');
    if (row.revision !== revision) throw refused('changed_meanwhile');
    const settings = await settingsIn(tx, home);
    // What a limit of tokens costs is reckoned, not said.
    const isReckoned = row.type === 'budget' && row.subjectId !== null;
    const figures = { amountCny: isReckoned ? row.amountCny : amountCny, discountPercent };
    const route = routing(settings, { ...row, ...figures }, decidersFor(people, user.id));
    if (route.rule === null) throw refused('not_needed');
    const after = next(row, { kind: 'resubmit', steps: route.steps }, { now, ...settings });
    if (after === null) throw refused('not_open');
    const word = { by: { id: user.id, name: user.name }, onBehalfOf: null, comment: detail };
    await keep(tx, row, after, word, now, { detail, ...figures, risk: route.risk });
  });
  return readApproval(kit, ports, principal, id);
}

/** The requester no longer asks. */
export async function withdraw(
  kit: Kit,
  ports: ApprovalPorts,
  principal: Principal,
  id: string,
): Promise<Approval> {
  const { user, homeOrganizationId: home } = principal;
  const now = kit.now();
  await kit.database.withTenant(await placeOfRequest(kit, home, id), async (tx) => {
    const row = await lockRequest(tx, id);
    if (row.requestedBy !== user.id) throw refused('not_yours');
    const after = next(row, { kind: 'withdraw' }, { now, ...(await settingsIn(tx, home)) });
    if (after === null) throw refused('not_open');
    await keep(tx, row, after, { by: { id: user.id, name: user.name }, onBehalfOf: null, comment: '' }, now);
  });
  return readApproval(kit, ports, principal, id);
}
