import type { ApprovalQuestion, ApprovalRoute } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import { begin, type Leg, type RequestState } from '../domain/request-state.ts';
import { decidersFor, routing } from '../domain/routing.ts';
import type { ApprovalPorts } from '../ports.ts';
import { readSettings } from './settings.ts';

/** Who asks, for which vendor. */
export interface Asker {
  id: string;
  vendorId: string;
}

/** The way a request would take if this person made it now, each step with the latest time of an answer. */
export async function findRoute(
  kit: Kit,
  ports: ApprovalPorts,
  { id, vendorId }: Asker,
  question: ApprovalQuestion,
): Promise<ApprovalRoute> {
  const settings = await readSettings(kit, vendorId);
  const people = await ports.people(vendorId);
  const { risk, rule, steps } = routing(settings, question, decidersFor(people, id));
  let now = kit.now();
  const timed = steps.map((leg: Leg) => {
    const state: RequestState = begin([leg], { now, ...settings });
    const dueAt = state.steps[0]?.dueAt ?? null;
    if (dueAt !== null) now = new Date(dueAt);
    return { ...leg, dueAt };
  });
  return { risk, ruleId: rule?.id ?? null, steps: timed };
}
