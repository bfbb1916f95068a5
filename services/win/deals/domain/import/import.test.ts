import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, stageBook } from '../settings/stages.ts';
import { guessColumns as guessBy } from './columns.ts';
import { datesOf, planLines } from './plan-lines.ts';
import { decodeTable, readCsv, writeCsv } from './read-table.ts';
import { amountOf, dateOrderOf, dayOf, reasonOf, roleOf, stageOf } from './values.ts';

const stages = stageBook(DEFAULT_SETTINGS);
const guessColumns = (headings: readonly string[]) => guessBy(headings, []);
const bytes = (text: string) => new TextEncoder().encode(text);
const CLIENT = '01970000-0000-7000-8000-00000000c001';
const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return Object(error).code;
  }
  return 'nothing was wrong';
};

test('a table in UTF-8, UTF-16 or the encoding of Chinese Excel reads the same', () => {
  const gb = Uint8Array.from([0xbf, 0xcd, 0xbb, 0xa7, 0x0a, 0xd4, 0xc6]); // 客户, 云
  expect(decodeTable(gb)).toEqual({ text: '客户\n云', encoding: 'gb18030' });
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('客户\n云', 'utf16le')]);
  expect(decodeTable(utf16).text).toContain('客户');
  expect(readCsv(bytes('\uFEFF客户,金额\n云岫,1')).headings).toEqual(['客户', '金额']);
});

test.each([
  ['deals.encoding_unknown', Uint8Array.from([0x61, 0xff, 0x00, 0x01, 0xfe])],
  ['deals.file_empty', bytes('客户,金额\n')],
  ['deals.file_empty', bytes('')],
  ['deals.no_heading', bytes('客户,,金额\nA,B,C')],
  ['deals.duplicate_headings', bytes('Client,Amount,client\nA,1,B')],
  ['deals.too_many_columns', bytes(`${Array.from({ length: 200 }, (_, at) => `c${at}`).join()}\n1`)],
  ['deals.too_many_lines', bytes(`a\n${'1\n'.repeat(50_001)}`)],
])('a bad file is refused as a whole: %s', (code, file) => {
  expect(codeOf(() => readCsv(file))).toBe(code);
});

test('columns are guessed from headings in both languages, each once', () => {
  expect(guessColumns(['客户名称', '商机名称', '金额', '阶段', '预计成交日', '联系人', '备注'])).toEqual([
    ...['client', 'title', 'amount', 'stage', 'close_date', 'contact_name', 'ignore'],
  ]);
  expect(
    guessColumns([
      'opportunity_id',
      'sales_agent',
      'product',
      'account',
      'deal_stage',
      'engage_date',
      'close_date',
      'close_value',
    ]),
  ).toEqual(['ignore', 'ignore', 'products', 'client', 'stage', 'created', 'close_date', 'amount']);
});

test.each([
  ['280万', 280_000_000, null],
  ['$1.2M', 120_000_000, 'USD'],
  ['￥2,800,000.50', 280_000_050, 'CNY'],
  ['35 万元', 35_000_000, null],
])('%s is an amount', (text, minor, currency) => {
  expect(amountOf(text)).toEqual({ minor, currency });
});

test.each(['abc', '-5', '=SUM(A1)', '1e400'])('%s is no amount', (text) => {
  expect(amountOf(text)).toBeNull();
});

test('words for stages, roles and reasons are understood as other systems write them', () => {
  expect(
    ['Closed Won', 'Prospecting', '技术验证', '输单', 'POC', '天知道'].map((word) => stageOf(word, stages)),
  ).toEqual([...['won', 'lead', 'evaluation', 'lost', 'evaluation', null]]);
  expect([roleOf('Economic Buyer'), roleOf('拍板人'), roleOf('x')]).toEqual([
    'economic_buyer',
    'economic_buyer',
    null,
  ]);
  expect([reasonOf('对手降价'), reasonOf('Security review'), reasonOf('?')]).toEqual([
    'price',
    'security',
    'other',
  ]);
});

test('a column says itself whether days or months come first, and impossible days are none', () => {
  expect([
    dateOrderOf(['3/4/2026', '25/4/2026']),
    dateOrderOf(['3/25/2026']),
    dateOrderOf(['3/4/2026']),
  ]).toEqual([...['day_first', 'month_first', null]]);
  expect([dayOf('3/4/2026', 'day_first'), dayOf('2026年3月4日', 'month_first')]).toEqual([
    '2026-04-03',
    '2026-03-04',
  ]);
  expect([dayOf('31/2/2026', 'day_first'), dayOf('soon', 'day_first')]).toEqual([null, null]);
  const mapping = { columns: ['close_date' as const], clientId: null, dates: 'auto' as const };
  expect(datesOf([['3/4/2026']], mapping).notes).toHaveLength(1);
});

const plan = (rows: string[][], known = new Set<string>()) =>
  planLines(rows, 0, 'month_first', {
    importId: '01970000-0000-7000-8000-0000000000f1',
    mapping: {
      columns: ['client', 'title', 'amount', 'stage', 'close_date', 'contact_name', 'contact_email'],
      ...{ clientId: null, dates: 'auto' },
    },
    clients: new Map([['云岫短剧', CLIENT]]),
    known,
    ...{ today: '2026-11-21', stages, fields: [] },
  });

test('each line is a deal, a duplicate, or wrong with its reason and its number in the file', () => {
  const lines = plan([
    ['云岫短剧', '分镜', '280万', '方案报价', '2027-01-15', '许岚', 'x@y.example'],
    ['云岫 短剧', '分 镜', '1', '', '', '', ''],
    ['谁', 'a', '1', '', '', '', ''],
    ['云岫短剧', 'b', '很多', '', '', '', ''],
    ['云岫短剧', '=1+1', '1', '', '', '', ''],
    ['云岫短剧', 'c', '1', '', '', '许岚', '不是邮箱'],
  ]);
  expect(lines.map(({ line, kind }) => [line, kind])).toEqual([
    [2, 'deal'],
    [3, 'duplicate'],
    [4, 'wrong'],
    [5, 'wrong'],
    [6, 'wrong'],
    [7, 'wrong'],
  ]);
});

test('the same line of the same import is the same deal, and a closed one has its reason', () => {
  const row = ['云岫短剧', '旧案', '1', '丢单', '2026-03-01', '', ''];
  const [first, again] = [plan([row])[0], plan([row])[0]];
  expect(first).toEqual(again);
  expect(first?.kind === 'deal' ? first.deal : null).toMatchObject({
    ...{ stage: 'lost', createdOn: '2026-03-01' },
    outcome: { reason: 'other' },
  });
});

test('the file of errors cannot run anything in a spreadsheet', () => {
  expect(writeCsv(['a'], [['=HYPERLINK("http://x")']])).toContain(`"'=HYPERLINK`);
});
