import { expect, test } from 'vitest';
import { guessColumns } from '../import/columns.ts';
import { DEFAULT_SETTINGS, stageBook } from '../settings/stages.ts';
import { dealTable, type ExportedDeal } from './deal-table.ts';

const deal: ExportedDeal = {
  card: {
    ...{ id: '01970000-0000-7000-8000-0000000000a1', clientId: '01970000-0000-7000-8000-00000000c001' },
    ...{
      clientName: '云岫短剧',
      title: '=SUM(A1)',
      stage: 'proposal',
      stageSince: '2026-11-01T00:00:00.000Z',
    },
    ...{
      amountMinor: 280_000_000,
      currency: 'CNY',
      closeDate: '2027-02-26',
      source: '战图',
      products: ['百炼', '万相'],
    },
    ...{
      competitors: [],
      ownerId: '01970000-0000-7000-8000-0000000000d1',
      ownerName: { zh: '林佩', en: 'Lin Pei' },
    },
    ...{ createdAt: '2026-10-01T00:00:00.000Z', closedAt: null, lastActivityAt: null, nextStepOn: null },
    ...{
      contacts: 0,
      roles: [],
      discountPercent: 0,
      pushes: 0,
      revision: 1,
      custom: { region: ['华东', '华南'], seats: 12 },
      forecast: 'commit',
    },
  },
  outcome: null,
  contact: { name: '许岚', title: '副总裁', email: 'xu@yunxiu.example' },
};
const fields = [
  {
    ...{ key: 'region', of: 'deal' as const, name: { zh: '区域', en: 'Region' }, type: 'choices' as const },
    ...{ options: ['华东', '华南'], required: false, inTable: true, retired: false },
  },
  {
    ...{ key: 'seats', of: 'deal' as const, name: { zh: '席位', en: 'Seats' }, type: 'number' as const },
    ...{ options: [], required: false, inTable: true, retired: false },
  },
];

test.each([
  'zh',
  'en',
] as const)('what is exported in %s is known again by the import, column by column', (language) => {
  const { headings, lines } = dealTable([deal], { book: stageBook(DEFAULT_SETTINGS), fields, language });
  const guessed = guessColumns(headings, fields);
  for (const field of [
    'client',
    'title',
    'amount',
    'currency',
    'stage',
    'close_date',
    'created',
    'source',
    'products',
    'competitors',
    'reason',
    'contact_name',
    'contact_title',
    'contact_email',
    'custom:region',
    'custom:seats',
  ])
    expect([field, guessed.filter((one) => one === field).length]).toEqual([field, 1]);
  const cell = (field: string) => lines[0]?.[guessed.map(String).indexOf(field)];
  expect([cell('client'), cell('amount'), cell('products')]).toEqual(['云岫短剧', 2_800_000, '百炼; 万相']);
  expect([cell('custom:region'), cell('custom:seats'), cell('close_date')]).toEqual([
    '华东; 华南',
    12,
    '2027-02-26',
  ]);
  expect([cell('created'), cell('contact_name')]).toEqual(['2026-10-01', '许岚']);
});
