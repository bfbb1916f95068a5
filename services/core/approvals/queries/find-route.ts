import type { ApprovalQuestion, ApprovalRoute } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { begin, type Leg, type RequestState } from '../domain/request-state.ts';
import { routing } from '../domain/routing.ts';
import type { ApprovalPorts } from '../ports.ts';
import { readSettings } from './settings.ts';

/** The way a request would take if this person made it now, each step with the latest time of an answer. */
export async function findRoute(
  kit: Kit,
  ports: ApprovalPorts,
  { user, homeOrganizationId: home }: Pick<Principal, 'user' | 'homeOrganizationId'>,
  question: ApprovalQuestion,
): Promise<ApprovalRoute> {
  const settings = await readSettings(kit, home);
  const people = await ports.people(home);
  const { risk, rule, steps } = routing(settings, question, (role) =>
    people.some((one) => one.id !== user.id && one.roles.includes(role)),
  );
  let now = kit.now();
  const timed = steps.map((leg: Leg) => {
    const state: RequestState = begin([leg], { now, ...settings });
    const dueAt = state.steps[0]?.dueAt ?? null;
    if (dueAt !== null) now = new Date(dueAt);
    return { ...leg, dueAt };
  });
  return { risk, ruleId: rule?.id ?? null, steps: timed };
}
