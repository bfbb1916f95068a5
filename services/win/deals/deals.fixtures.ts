import type { Principal } from '@tokenholic/kit';

// Two clients of one vendor, and people who see both, one or none of them.

const home = '01970000-0000-7000-8000-00000000000a';
export const yunxiu = '01970000-0000-7000-8000-00000000c001';
export const harbourline = '01970000-0000-7000-8000-00000000c002';
const manager: Principal = {
  user: {
    id: '01970000-0000-7000-8000-0000000000d1',
    name: { zh: '林佩', en: 'Lin Pei' },
    roles: ['sales_manager'],
    permissions: ['deal.read', 'deal.write'],
  },
  homeOrganizationId: home,
  organizationIds: [home, yunxiu, harbourline],
};
const agent: Principal = { ...manager, organizationIds: [home, yunxiu] };
const stranger: Principal = { ...manager, organizationIds: [home] };
export const people: Record<string, Principal> = { manager, agent, stranger };

/** A deal as it is typed. */
export const fields = (title: string) => ({
  title,
  amountMinor: 280_000_000,
  currency: 'CNY',
  closeDate: '2027-02-26',
  source: '战图',
  products: ['百炼'],
  competitors: ['火山引擎'],
});
