import type { CustomField, DealSettings } from '@tokenholic/contracts';
import { expect, test } from 'vitest';
import { checkSettings } from './check-settings.ts';
import { checkCustom, formatCell, parseCell } from './custom-values.ts';
import { missingFor } from './needs.ts';
import { DEFAULT_SETTINGS, stageBook } from './stages.ts';

const field = (type: CustomField['type'], more: Partial<CustomField> = {}): CustomField => ({
  ...{ key: 'region', of: 'deal', name: { zh: '区域', en: 'Region' }, type },
  ...{ options: ['华东', '华南'], required: false, inTable: true, retired: false },
  ...more,
});
const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return Object(error).code;
  }
  return 'kept';
};
const tried = (after: Partial<DealSettings>, before: DealSettings = DEFAULT_SETTINGS) =>
  codeOf(() => checkSettings(before, { ...before, ...after }));

test('settings that would lose data or confuse people are refused by name', () => {
  const off = DEFAULT_SETTINGS.stages.map((one, at) => ({ ...one, used: at === 0 }));
  const same = DEFAULT_SETTINGS.stages.map((one) => ({ ...one, name: { zh: '阶段', en: 'Stage' } }));
  const asking = DEFAULT_SETTINGS.stages.map((one) => ({ ...one, needs: ['custom:gone' as const] }));
  const had = { ...DEFAULT_SETTINGS, fields: [field('text')] };
  expect([
    tried({}),
    tried({ stages: off }),
    tried({ stages: same }),
    tried({ stages: asking }),
    tried({ fields: [] }, had),
    tried({ fields: [field('number')] }, had),
    tried({ fields: [field('text', { retired: true })] }, had),
    tried({ fields: [field('choice', { options: [] })] }),
    tried({ fields: [field('text'), field('number')] }),
  ]).toEqual([
    ...['kept', 'deals.too_few_stages', 'deals.stage_name_twice', 'deals.need_unknown', 'deals.field_gone'],
    ...['deals.field_changed_type', 'kept', 'deals.field_without_options', 'deals.field_twice'],
  ]);
});

test.each([
  ['text', '上海', '上海'],
  ['number', '1,200', 1_200],
  ['number', '很多', null],
  ['yes_no', '是', true],
  ['yes_no', 'maybe', null],
  ['date', '2026/3/4', '2026-03-04'],
  ['date', 'soon', null],
  ['choice', '华东', '华东'],
  ['choice', '火星', null],
  ['choices', '华东；华南', ['华东', '华南']],
  ['link', 'https://a.example/x', 'https://a.example/x'],
  ['link', 'javascript:alert(1)', null],
  ['text', '  ', undefined],
] as const)('a cell of a %s field: %j', (type, text, value) => {
  expect(parseCell(field(type), text, 'month_first')).toEqual(value);
});

test('what is written into a cell is read back as the same value', () => {
  for (const [type, value] of [
    ...([['text', '上海'] as const, ['number', 12.5] as const, ['yes_no', true] as const] as const),
    ...([
      ['yes_no', false] as const,
      ['choices', ['华东', '华南']] as const,
      ['date', '2026-03-04'] as const,
    ] as const),
  ])
    expect(
      parseCell(field(type), formatCell(typeof value === 'object' ? [...value] : value), 'day_first'),
    ).toEqual(value);
});

test('a required field must be filled in; a retired one keeps what it had; an option taken away stays where it stands', () => {
  expect(codeOf(() => checkCustom([field('text', { required: true })], 'deal', {}, {}))).toBe(
    'deals.custom_field_wrong',
  );
  expect(checkCustom([field('text', { retired: true })], 'deal', { region: '新' }, { region: '旧' })).toEqual(
    {
      region: '旧',
    },
  );
  expect(checkCustom([field('choice')], 'deal', { region: '华北' }, { region: '华北' })).toEqual({
    region: '华北',
  });
  expect(codeOf(() => checkCustom([field('choice')], 'deal', { region: '华北' }, {}))).toBe(
    'deals.custom_field_wrong',
  );
  expect(checkCustom([field('text')], 'deal', { unknown: 'x' }, {})).toEqual({});
});

test('a stage says what it still asks for', () => {
  const deal = {
    ...{ amountMinor: 0, source: '', products: ['百炼'], competitors: [], contacts: 0 },
    ...{ roles: [], nextStepOn: null, custom: {} },
  };
  const needs = ['amount', 'products', 'economic_buyer', 'custom:region'] as const;
  expect(missingFor(needs, deal, [field('text')]).map(({ en }) => en)).toEqual([
    ...['the amount', 'the economic buyer', 'Region'],
  ]);
});

test('stages follow the order of the organisation, and the coach reads what they mean', () => {
  const [lead, ...rest] = DEFAULT_SETTINGS.stages;
  const stages = [...rest.slice(0, 3), ...(lead === undefined ? [] : [lead]), ...rest.slice(3)];
  const book = stageBook({
    stages: stages.map((one) =>
      one.stage === 'extra_1' ? { ...one, used: true, meaning: 'proposal' } : one,
    ),
  });
  expect(book.open).toEqual(['discovery', 'evaluation', 'proposal', 'lead', 'negotiation', 'extra_1']);
  expect([book.meaningOf('extra_1'), book.meaningOf('won')]).toEqual(['proposal', 'won']);
  expect(book.placeOf('won')).toBeGreaterThan(book.placeOf('extra_1'));
  expect(book.placeOf('lost')).toBeLessThan(book.placeOf('discovery'));
});
