import type { LocalizedText, Role } from '@tokenholic/contracts';

/** The vendor's own organisation in demo mode. */
export const DEMO_VENDOR = '01970000-0000-7000-8000-00000000000a';

export interface DemoPerson {
  id: string;
  name: LocalizedText;
  roles: Role[];
  /** Which sample clients the person is assigned to: all, or the first so many. */
  sampleClients: 'all' | number;
}

/** People one can look through the eyes of in demo mode. The first is signed in to begin with. */
export const demoPeople: readonly [DemoPerson, ...DemoPerson[]] = [
  {
    id: '01970000-0000-7000-8000-0000000000d1',
    name: { zh: '林佩', en: 'Lin Pei' },
    roles: ['sales_manager', 'platform_admin'],
    sampleClients: 'all',
  },
  {
    id: '01970000-0000-7000-8000-0000000000d2',
    name: { zh: '周衡', en: 'Zhou Heng' },
    roles: ['sales_agent'],
    sampleClients: 2,
  },
  {
    id: '01970000-0000-7000-8000-0000000000d3',
    name: { zh: '苏然', en: 'Su Ran' },
    roles: ['support_specialist'],
    sampleClients: 1,
  },
  {
    id: '01970000-0000-7000-8000-0000000000d4',
    name: { zh: '何文澜', en: 'He Wenlan' },
    roles: ['sales_manager'],
    sampleClients: 'all',
  },
  {
    id: '01970000-0000-7000-8000-0000000000d5',
    name: { zh: '顾平', en: 'Gu Ping' },
    roles: ['presales_engineer'],
    sampleClients: 3,
  },
  {
    id: '01970000-0000-7000-8000-0000000000d6',
    name: { zh: '陆一鸣', en: 'Lu Yiming' },
    roles: ['onboarding_specialist'],
    sampleClients: 5,
  },
  {
    id: '01970000-0000-7000-8000-0000000000d7',
    name: { zh: '唐棠', en: 'Tang Tang' },
    roles: ['success_manager'],
    sampleClients: 4,
  },
];
