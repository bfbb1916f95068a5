import type { ApprovalRule, ApprovalSettings, ApprovalType, ApproverRole } from '@tokenholic/contracts';

const rule = (
  id: string,
  type: ApprovalType,
  steps: readonly (readonly [ApproverRole, number])[],
  from: Partial<Pick<ApprovalRule, 'riskFrom' | 'amountFromCny' | 'discountFromPercent'>> = {},
): ApprovalRule => ({
  ...{ id, type, enabled: true, riskFrom: null, amountFromCny: null, discountFromPercent: null, ...from },
  steps: steps.map(([role, hours]) => ({ role, hours })),
});

/** What holds until an administrator changes it. The strictest of a type stands first, since the first that fits decides. */
export const DEFAULT_SETTINGS: ApprovalSettings = {
  rules: [
    rule(
      'deal-high',
      'deal',
      [
        ['sales_manager', 8],
        ['platform_admin', 16],
      ],
      { riskFrom: 'high' },
    ),
    rule('deal-discount', 'deal', [['sales_manager', 8]], { discountFromPercent: 15 }),
    rule('deal-amount', 'deal', [['sales_manager', 8]], { amountFromCny: 5_000_000 }),
    rule('document-large', 'document', [['presales_engineer', 8]], { amountFromCny: 1_000_000 }),
    rule('handoff', 'handoff', [['sales_manager', 4]]),
    rule(
      'export-personal',
      'export',
      [
        ['sales_manager', 4],
        ['platform_admin', 8],
      ],
      { riskFrom: 'high' },
    ),
    rule('export', 'export', [['sales_manager', 4]]),
    rule('library', 'library', [['sales_manager', 24]]),
    rule('budget-large', 'budget', [['platform_admin', 8]], { amountFromCny: 50_000 }),
    rule('budget', 'budget', [['sales_manager', 8]]),
  ],
  calendar: {
    ...{ timeZone: 'Asia/Shanghai', days: [1, 2, 3, 4, 5], opens: '09:00', closes: '18:00', holidays: [] },
  },
  ladder: ['sales_manager', 'platform_admin'],
  revision: 0,
};
