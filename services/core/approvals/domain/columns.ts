import type { ApprovalStep, ApproverRole } from '@tokenholic/contracts';
import { currentStep, isOpen, type RequestState } from './request-state.ts';

/** What of a state is kept beside it, so that lists and the clock find it without reading steps. */
export function columnsOf(state: RequestState, now: Date) {
  const current = currentStep(state);
  const asDate = (text: string | null | undefined) => (text == null ? null : new Date(text));
  return {
    ...{ status: state.status, steps: [...state.steps], step: state.step, round: state.round },
    ...{ role: current?.role ?? null, startedAt: asDate(current?.startedAt) },
    ...{ dueAt: asDate(current?.dueAt), lookAt: current === null ? null : lookAt(current) },
    roles: rolesIn(state.steps),
    closedAt: isOpen(state.status) ? null : now,
  };
}

/** When the clock has something to do with a step next; null when it has done everything. */
function lookAt({ remindAt, remindedAt, dueAt, overdueAt }: ApprovalStep): Date | null {
  if (remindAt !== null && remindedAt === null && overdueAt === null) return new Date(remindAt);
  return dueAt === null || overdueAt !== null ? null : new Date(dueAt);
}

function rolesIn(steps: readonly ApprovalStep[]): ApproverRole[] {
  return [
    ...new Set(steps.flatMap(({ role, escalations }) => [role, ...escalations.map(({ from }) => from)])),
  ];
}
