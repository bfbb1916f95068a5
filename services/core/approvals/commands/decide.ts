import type { Approval, BulkApproveReport, DecideApproval } from '@tokenholic/contracts';
import { isAppError, type Kit, notFound, type Principal } from '@tokenholic/kit';
import { refused } from '../domain/failures.ts';
import { next, turnOf } from '../domain/request-state.ts';
import { type Colleague, rightOf, whyNot } from '../domain/who-may.ts';
import type { ApprovalPorts } from '../ports.ts';
import { lockRequest, placeOfRequest } from '../queries/find-request.ts';
import { readApproval } from '../queries/read-approval.ts';
import { settingsIn } from '../queries/settings.ts';
import { standInsNow } from '../queries/stand-ins.ts';
import { keep } from './keep.ts';

interface Decision extends Omit<DecideApproval, 'revision'> {
  /** Null: whatever it is now. */
  revision: number | null;
}

/** A person's word on the step whose turn it is. */
export async function decide(
  kit: Kit,
  ports: ApprovalPorts,
  principal: Principal,
  id: string,
  decision: DecideApproval,
): Promise<Approval> {
  const people = await ports.people(principal.homeOrganizationId);
  await decideOne(kit, people, principal, id, decision, false);
  return readApproval(kit, ports, principal, id);
}

/** Approves several requests of low risk. What cannot be approved so is left and named. */
export async function approveTogether(
  kit: Kit,
  ports: ApprovalPorts,
  principal: Principal,
  ids: readonly string[],
): Promise<BulkApproveReport> {
  const people = await ports.people(principal.homeOrganizationId);
  const report: BulkApproveReport = { approved: 0, left: [] };
  for (const id of new Set(ids)) {
    try {
      await decideOne(kit, people, principal, id, { decision: 'approve', comment: '', revision: null }, true);
      report.approved += 1;
    } catch (error) {
      if (!isAppError(error)) throw error;
      const { title } = await readApproval(kit, ports, principal, id);
      report.left.push({ id, title, why: error.userMessage });
    }
  }
  return report;
}

async function decideOne(
  kit: Kit,
  people: readonly Colleague[],
  { user, homeOrganizationId: home }: Principal,
  id: string,
  { decision, comment, revision }: Decision,
  onlyLowRisk: boolean,
): Promise<void> {
  const now = kit.now();
  const places = await placeOfRequest(kit, home, id);
  await kit.database.withTenant(places, async (tx) => {
    const row = await lockRequest(tx, id);
    if (revision !== null && row.revision !== revision) throw refused('changed_meanwhile');
    const turn = turnOf(row);
    if (turn === null) throw refused('not_open');
    if (row.requestedBy === user.id) throw refused('own_request');
    if (onlyLowRisk && row.risk !== 'low') throw refused('not_low_risk');
    const me = people.find((one) => one.id === user.id);
    if (me === undefined) throw notFound();
    const right = rightOf(me, turn, people, await standInsNow(tx, now));
    if (right === null) throw refused(whyNot(me, turn));
    const { calendar, ladder } = await settingsIn(tx, home);
    const by = { id: user.id, name: user.name };
    const after = next(row, { kind: 'decide', decision, by }, { now, calendar, ladder });
    if (after === null) throw refused('not_open');
    await keep(tx, row, after, { by, ...right, comment }, now);
  });
}
