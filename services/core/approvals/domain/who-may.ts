import type { ApprovalPerson, ApproverRole, LocalizedText } from '@tokenholic/contracts';

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
}

/** By whose right a person may decide: their own, or that of one they stand in for. */
export interface Right {
  onBehalfOf: LocalizedText | null;
}

/**
 * Null when the person may not. Nobody decides their own request, not by another's right either; and who stands in for the
 * requester gets no right from that.
 */
export function rightOf(
  person: Colleague,
  { role, requesterId }: Turn,
  colleagues: readonly Colleague[],
  standIns: readonly StandIn[],
): Right | null {
  if (person.id === requesterId) return null;
  if (person.roles.includes(role)) return { onBehalfOf: null };
  const absent = standIns
    .filter(({ standIn, person: { id } }) => standIn.id === person.id && id !== requesterId)
    .map(({ person: { id } }) => colleagues.find((one) => one.id === id))
    .find((one) => one?.roles.includes(role) === true);
  return absent === undefined ? null : { onBehalfOf: absent.name };
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
