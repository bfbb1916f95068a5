import type {
  ApprovalMomentKind,
  ApprovalPerson,
  ApprovalSettings,
  ApprovalStatus,
  ApprovalStep,
  ApproverRole,
} from '@tokenholic/contracts';
import { above } from './routing.ts';
import { addWorkingHours } from './working-time.ts';

/** Where a request stands. */
export interface RequestState {
  status: ApprovalStatus;
  steps: readonly ApprovalStep[];
  /** Index of the step whose turn it is. */
  step: number;
  /** Counts submissions, from 1. */
  round: number;
}

export type Action =
  | { kind: 'decide'; decision: 'approve' | 'reject' | 'changes'; by: ApprovalPerson }
  /** Somebody decided it at the place it came from. */
  | { kind: 'settle'; approved: boolean; by: ApprovalPerson }
  | { kind: 'resubmit'; steps: readonly Leg[] }
  | { kind: 'withdraw' }
  /** Time has passed. */
  | { kind: 'tick' };

/** What came of an action, for history and events. */
export interface Outcome {
  kind: ApprovalMomentKind;
  role: ApproverRole | null;
  to?: ApproverRole;
}

export interface Leg {
  role: ApproverRole;
  hours: number;
}

export interface Clock {
  now: Date;
  calendar: ApprovalSettings['calendar'];
  ladder: readonly ApproverRole[];
}

/** A reminder comes when three quarters of the time are gone. */
const REMIND_AFTER = 0.75;

/** A request that has just been made: its first step begins. */
export function begin(legs: readonly Leg[], clock: Clock): RequestState {
  return { status: 'waiting', steps: startedAt(legs.map(waiting), 0, clock), step: 0, round: 1 };
}

/**
 * The state after an action, and what happened. Null when the action has no place in this state: a decision on what is
 * decided, a resubmission of what nobody sent back.
 */
export function next(
  state: RequestState,
  action: Action,
  clock: Clock,
): { state: RequestState; outcomes: Outcome[] } | null {
  switch (action.kind) {
    case 'decide':
      return state.status === 'waiting' ? decided(state, action, clock) : null;
    case 'settle':
      return isOpen(state.status)
        ? {
            state: { ...state, status: action.approved ? 'approved' : 'rejected' },
            outcomes: [{ kind: 'decided_elsewhere', role: null }],
          }
        : null;
    case 'resubmit':
      return state.status === 'changes'
        ? {
            state: { ...begin(action.steps, clock), round: state.round + 1 },
            outcomes: [{ kind: 'resubmitted', role: null }],
          }
        : null;
    case 'withdraw':
      return isOpen(state.status)
        ? { state: { ...state, status: 'withdrawn' }, outcomes: [{ kind: 'withdrawn', role: null }] }
        : null;
    case 'tick':
      return state.status === 'waiting' ? ticked(state, clock) : null;
  }
}

export function isOpen(status: ApprovalStatus): boolean {
  return status === 'waiting' || status === 'changes';
}

/** The step whose turn it is; null when it is nobody's. */
export function currentStep({ status, steps, step }: RequestState): ApprovalStep | null {
  return status === 'waiting' ? (steps[step] ?? null) : null;
}

/** The step whose turn it is, with whom the steps beside it concern; null when it is nobody's. */
export function turnOf(
  state: RequestState & { requestedBy: string },
): { role: ApproverRole; requesterId: string; earlier: string[]; later: ApproverRole[] } | null {
  const current = currentStep(state);
  if (current === null) return null;
  return {
    ...{ role: current.role, requesterId: state.requestedBy },
    earlier: state.steps.slice(0, state.step).flatMap(({ decidedBy }) => decidedBy?.id ?? []),
    later: laterRoles(state),
  };
}

/** A next step of the same role goes with this one. */
function laterRoles({ steps, step }: RequestState): ApproverRole[] {
  const role = steps[step]?.role;
  const other = steps.findIndex((one, index) => index > step && one.role !== role);
  return other < 0 ? [] : steps.slice(other).map((one) => one.role);
}

function decided(
  state: RequestState,
  { decision, by }: Extract<Action, { kind: 'decide' }>,
  clock: Clock,
): { state: RequestState; outcomes: Outcome[] } | null {
  const current = currentStep(state);
  if (current === null) return null;
  const mark = { decidedBy: by, decidedAt: clock.now.toISOString() };
  const { role } = current;
  let steps = replaced(state.steps, state.step, { ...current, ...mark });
  if (decision !== 'approve') {
    const kind = decision === 'reject' ? ('rejected' as const) : ('changes' as const);
    return { state: { ...state, steps, status: kind }, outcomes: [{ kind, role }] };
  }
  // After an escalation the next step may be of the same role: the same word counts for both.
  let step = state.step + 1;
  for (let after = steps[step]; after?.role === role; after = steps[step]) {
    steps = replaced(steps, step, { ...after, ...mark });
    step += 1;
  }
  const outcomes: Outcome[] = [{ kind: 'approved', role }];
  if (step >= steps.length) return { state: { ...state, steps, status: 'approved' }, outcomes };
  return { state: { ...state, steps: startedAt(steps, step, clock), step }, outcomes };
}

/** One thing at a time: whatever else is due is done at the next look. */
function ticked(state: RequestState, clock: Clock): { state: RequestState; outcomes: Outcome[] } | null {
  const current = currentStep(state);
  if (current?.dueAt == null || current.remindAt == null) return null;
  const now = clock.now.toISOString();
  const { role } = current;
  const put = (step: ApprovalStep) => replaced(state.steps, state.step, step);
  if (now >= current.dueAt) {
    const to = above(role, clock.ladder);
    if (to === null) {
      if (current.overdueAt !== null) return null;
      return {
        state: { ...state, steps: put({ ...current, overdueAt: now }) },
        outcomes: [{ kind: 'overdue', role }],
      };
    }
    const escalations = [...current.escalations, { from: role, to, at: now }];
    const moved = put({ ...current, role: to, escalations, remindedAt: null });
    return {
      state: { ...state, steps: startedAt(moved, state.step, clock) },
      outcomes: [{ kind: 'escalated', role, to }],
    };
  }
  if (now < current.remindAt || current.remindedAt !== null) return null;
  return {
    state: { ...state, steps: put({ ...current, remindedAt: now }) },
    outcomes: [{ kind: 'reminded', role }],
  };
}

const waiting = ({ role, hours }: Leg): ApprovalStep => ({
  ...{ role, hours, startedAt: null, remindAt: null, dueAt: null, remindedAt: null, overdueAt: null },
  ...{ escalations: [], decidedBy: null, decidedAt: null },
});

/** In a calendar in which nobody works there are no limits of time. */
function startedAt(steps: readonly ApprovalStep[], index: number, { now, calendar }: Clock): ApprovalStep[] {
  return steps.map((step, at) =>
    at === index
      ? {
          ...step,
          startedAt: now.toISOString(),
          remindAt: addWorkingHours(now, step.hours * REMIND_AFTER, calendar)?.toISOString() ?? null,
          dueAt: addWorkingHours(now, step.hours, calendar)?.toISOString() ?? null,
        }
      : step,
  );
}

function replaced(steps: readonly ApprovalStep[], index: number, step: ApprovalStep): ApprovalStep[] {
  return steps.map((one, at) => (at === index ? step : one));
}
