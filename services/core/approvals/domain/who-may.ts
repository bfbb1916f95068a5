import type { ApprovalPerson, ApproverRole, LocalizedText } from '@tokenholic/contracts';
import { canEachBeAnother } from './routing.ts';

/** Somebody of the vendor's, with what they are. */
export interface Colleague extends ApprovalPerson {
  roles: readonly string[];
}

/** Somebody is away, and somebody decides for them. */
export interface StandIn {
  person: ApprovalPerson;
  standIn: ApprovalPerson;
}

export interface Turn {
  role: ApproverRole;
  requesterId: string;
  /** Who has said yes to an earlier step. */
  earlier: readonly string[];
  /** Roles of the steps that come after. */
  later: readonly ApproverRole[];
}

/** By whose right a person may decide: their own, or that of one they stand in for. */
export interface Right {
  onBehalfOf: LocalizedText | null;
}

/**
 * Null when the person may not. Nobody decides their own request, not by another's right either; and who stands in for the
 * requester gets no right from that. Each step is another pair of eyes: who decided one decides no other, and who alone
 * could decide a later one leaves this one to a colleague.
 */
export function rightOf(
  person: Colleague,
  { role, requesterId, earlier, later }: Turn,
  colleagues: readonly Colleague[],
  standIns: readonly StandIn[],
): Right | null {
  if (person.id === requesterId || earlier.includes(person.id)) return null;
  if (isKeptFor(person, { requesterId, earlier, later }, colleagues)) return null;
  if (person.roles.includes(role)) return { onBehalfOf: null };
  const absent = standIns
    .filter(({ standIn, person: { id } }) => standIn.id === person.id && id !== requesterId)
    .map(({ person: { id } }) => colleagues.find((one) => one.id === id))
    .find((one) => one?.roles.includes(role) === true);
  return absent === undefined ? null : { onBehalfOf: absent.name };
}

/** Why somebody without the right to decide has none, as far as it can be told apart. */
export function whyNot(
  person: Colleague,
  { role, earlier }: Turn,
): 'not_your_turn' | 'step_of_another' | 'kept_for_later' {
  if (earlier.includes(person.id)) return 'step_of_another';
  return person.roles.includes(role) ? 'kept_for_later' : 'not_your_turn';
}

/** Whether the steps that come after could each be decided by somebody else only if this person decides none before. */
function isKeptFor(
  { id }: Colleague,
  { requesterId, earlier, later }: Omit<Turn, 'role'>,
  colleagues: readonly Colleague[],
): boolean {
  const gone = [requesterId, ...earlier];
  const lists = later
    .map((role) =>
      colleagues.filter((one) => one.roles.includes(role) && !gone.includes(one.id)).map((one) => one.id),
    )
    // A step that nobody could decide keeps nobody.
    .filter((list) => list.length > 0);
  const others = lists.map((list) => list.filter((one) => one !== id));
  const enough = others.every((list) => list.length > 0) && canEachBeAnother(others);
  return canEachBeAnother(lists) && !enough;
}

/** Everybody who may decide now. */
export function approversOf(
  turn: Turn,
  colleagues: readonly Colleague[],
  standIns: readonly StandIn[],
): ApprovalPerson[] {
  return colleagues
    .filter((one) => rightOf(one, turn, colleagues, standIns) !== null)
    .map(({ id, name }) => ({ id, name }));
}
