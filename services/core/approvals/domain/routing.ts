import type {
  ApprovalQuestion,
  ApprovalRisk,
  ApprovalRule,
  ApprovalSettings,
  ApproverRole,
} from '@tokenholic/contracts';

const RISKS: readonly ApprovalRisk[] = ['low', 'medium', 'high'];

/**
 * What is at stake, by rule: discounts from 15 % and deals from 5 million CNY are looked at twice, from 30 % and 10 million
 * they are high; exports are high when data of people leaves.
 */
export function riskOf({ type, amountCny, discountPercent, personalData }: ApprovalQuestion): ApprovalRisk {
  const amount = stakeOf({ type, amountCny });
  switch (type) {
    case 'deal': {
      const discount = discountPercent ?? 0;
      if (discount >= 30 || amount >= 10_000_000) return 'high';
      return discount >= 15 || amount >= 5_000_000 ? 'medium' : 'low';
    }
    case 'document':
      return amount >= 10_000_000 ? 'high' : amount >= 1_000_000 ? 'medium' : 'low';
    case 'handoff':
      return 'medium';
    case 'export':
      return personalData ? 'high' : 'low';
    case 'library':
      return 'low';
    case 'budget':
      return amount >= 50_000 ? 'high' : amount >= 10_000 ? 'medium' : 'low';
  }
}

/** A budget of which nobody can say what it costs, as one without a limit, counts as larger than any. */
const stakeOf = ({ type, amountCny }: Pick<ApprovalQuestion, 'type' | 'amountCny'>): number =>
  amountCny ?? (type === 'budget' ? Number.POSITIVE_INFINITY : 0);

export interface Route {
  risk: ApprovalRisk;
  /** Null: no rule fits, nobody needs to be asked. */
  rule: ApprovalRule | null;
  steps: readonly { role: ApproverRole; hours: number }[];
}

/**
 * The steps a request takes: those of the first enabled rule that fits. A role in which nobody could decide gives its step
 * to the next one up; steps that then fall to one role become one, with the longer time. So do steps for which there are
 * not enough people to have each decided by another.
 */
export function routing(
  { rules, ladder }: Pick<ApprovalSettings, 'rules' | 'ladder'>,
  question: ApprovalQuestion,
  decidersOf: (role: ApproverRole) => readonly string[],
): Route {
  const isStaffed = (role: ApproverRole) => decidersOf(role).length > 0;
  const risk = riskOf(question);
  const rule = rules.find((one) => one.enabled && fits(one, question, risk)) ?? null;
  const steps: { role: ApproverRole; hours: number }[] = [];
  for (const { role, hours } of rule?.steps ?? []) {
    const taken = staffedFrom(role, ladder, isStaffed);
    const last = steps.at(-1);
    if (last?.role === taken) last.hours = Math.max(last.hours, hours);
    else steps.push({ role: taken, hours });
  }
  while (!canEachBeAnother(steps.map(({ role }) => decidersOf(role)))) {
    const last = steps.pop();
    const before = steps.pop();
    if (last === undefined || before === undefined) break;
    steps.push({ role: last.role, hours: Math.max(before.hours, last.hours) });
  }
  return { risk, rule, steps };
}

/** Who of one's colleagues could decide, by role. */
export function decidersFor(
  people: readonly { id: string; roles: readonly string[] }[],
  askerId: string,
): (role: ApproverRole) => string[] {
  return (role) =>
    people.filter(({ id, roles }) => id !== askerId && roles.includes(role)).map(({ id }) => id);
}

/** Whether each list can give another of its people. A list of nobody waits for somebody to come, and takes nobody away. */
export function canEachBeAnother(
  lists: readonly (readonly string[])[],
  taken: ReadonlySet<string> = new Set(),
): boolean {
  const [first, ...rest] = lists;
  if (first === undefined) return true;
  if (first.length === 0) return canEachBeAnother(rest, taken);
  return first.some((id) => !taken.has(id) && canEachBeAnother(rest, new Set([...taken, id])));
}

function fits(rule: ApprovalRule, question: ApprovalQuestion, risk: ApprovalRisk): boolean {
  return (
    (rule.type === null || rule.type === question.type) &&
    (rule.riskFrom === null || RISKS.indexOf(risk) >= RISKS.indexOf(rule.riskFrom)) &&
    (rule.amountFromCny === null || stakeOf(question) >= rule.amountFromCny) &&
    (rule.discountFromPercent === null || (question.discountPercent ?? 0) >= rule.discountFromPercent)
  );
}

/** The role that takes over from this one; null above the top. A role outside the ladder stands below it. */
export function above(role: ApproverRole, ladder: readonly ApproverRole[]): ApproverRole | null {
  return ladder[ladder.indexOf(role) + 1] ?? null;
}

/** With nobody all the way up the step stays where the rule put it: whoever gets the role finds it there. */
function staffedFrom(
  role: ApproverRole,
  ladder: readonly ApproverRole[],
  isStaffed: (role: ApproverRole) => boolean,
): ApproverRole {
  for (let one: ApproverRole | null = role; one !== null; one = above(one, ladder))
    if (isStaffed(one)) return one;
  return role;
}
