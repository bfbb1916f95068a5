import { approvalDescribers } from './describe-approvals.ts';
import { budgetDescribers } from './describe-budgets.ts';
import { clientDescribers, workDescribers } from './describe-client.ts';
import { dealDescribers } from './describe-deals.ts';
import { handoffDescribers } from './describe-handoff.ts';
import { mapDescribers } from './describe-map.ts';
import { objectionDescribers } from './describe-objections.ts';
import { personaDescribers } from './describe-personas.ts';
import { practiceDescribers } from './describe-practice.ts';
import { requirementDescribers } from './describe-requirements.ts';
import { researchDescribers } from './describe-research.ts';
import { solutionDescribers } from './describe-solutions.ts';
import { specialistDescribers } from './describe-specialists.ts';
import { describeUnknown } from './describe-unknown.ts';
import type { Description } from './description.ts';

const describers = {
  ...approvalDescribers,
  ...clientDescribers,
  ...handoffDescribers,
  ...researchDescribers,
  ...mapDescribers,
  ...requirementDescribers,
  ...objectionDescribers,
  ...practiceDescribers,
  ...workDescribers,
  ...dealDescribers,
  ...solutionDescribers,
  ...personaDescribers,
  ...specialistDescribers,
  ...budgetDescribers,
};

/** What the workspace shows of an event whose payload was checked by its schema; every event has an entry, known or not. */
export function describeEvent(event: { topic: string; type: string; payload: unknown }): Description {
  // The registry ties each payload to its type; the table is keyed by the same type.
  const describe = Object.hasOwn(describers, event.type)
    ? (describers[event.type as keyof typeof describers] as (payload: unknown) => Description)
    : null;
  return describe === null
    ? describeUnknown(event.topic, event.type, event.payload)
    : describe(event.payload);
}
