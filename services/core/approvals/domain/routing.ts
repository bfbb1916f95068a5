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
  const amount = amountCny ?? 0;
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

export interface Route {
  risk: ApprovalRisk;
  /** Null: no rule fits, nobody needs to be asked. */
  rule: ApprovalRule | null;
  steps: readonly { role: ApproverRole; hours: number }[];
}

/**
 * The steps a request takes: those of the first enabled rule that fits. A role in which nobody could decide gives its step
 * to the next one up; steps that then fall to one role become one, with the longer time.
 */
export function routing(
  { rules, ladder }: Pick<ApprovalSettings, 'rules' | 'ladder'>,
  question: ApprovalQuestion,
  isStaffed: (role: ApproverRole) => boolean,
): Route {
  const risk = riskOf(question);
  const rule = rules.find((one) => one.enabled && fits(one, question, risk)) ?? null;
  const steps: { role: ApproverRole; hours: number }[] = [];
  for (const { role, hours } of rule?.steps ?? []) {
    const taken = staffedFrom(role, ladder, isStaffed);
    const last = steps.at(-1);
    if (last?.role === taken) last.hours = Math.max(last.hours, hours);
    else steps.push({ role: taken, hours });
  }
  return { risk, rule, steps };
}

function fits(rule: ApprovalRule, question: ApprovalQuestion, risk: ApprovalRisk): boolean {
  return (
    (rule.type === null || rule.type === question.type) &&
    (rule.riskFrom === null || RISKS.indexOf(risk) >= RISKS.indexOf(rule.riskFrom)) &&
    (rule.amountFromCny === null || (question.amountCny ?? 0) >= rule.amountFromCny) &&
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
