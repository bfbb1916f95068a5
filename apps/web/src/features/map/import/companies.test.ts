import { expect, test } from 'vitest';
import { guessColumns, MOST_COMPANIES, readCompanies } from './companies';

test('columns are guessed by their headings in either language, each once', () => {
  expect(guessColumns(['序号', '公司名称', '官网', '备注'])).toEqual(['ignore', 'name', 'website', 'notes']);
  expect(guessColumns(['Account name', 'Company URL', 'Owner'])).toEqual(['name', 'website', 'ignore']);
});

const columns = ['name', 'website', 'notes'] as const;
const read = (...lines: string[][]) => readCompanies([['name', 'website', 'notes'], ...lines], columns);

test('a line becomes a company; an address without its scheme is https', () => {
  expect(read(['青禾生鲜', 'qinghe.example', '客服用豆包'])).toEqual([
    { line: 2, name: '青禾生鲜', website: 'https://qinghe.example', notes: '客服用豆包', problem: null },
  ]);
});

test.each([
  [['', 'https://a.example'], { kind: 'no_name' }],
  [['名'.repeat(121), ''], { kind: 'name_long' }],
  [['青禾', 'javascript:alert(1)'], { kind: 'bad_website' }],
])('%o is told to be wrong', (line, problem) => {
  expect(read(line)[0]?.problem).toEqual(problem);
});

test('the same company twice is told with the line it stood in first, whatever its spacing', () => {
  expect(read(['青禾 生鲜'], ['其他'], ['青禾生鲜'])[2]?.problem).toEqual({ kind: 'twice', line: 2 });
});

test('empty lines are no companies, and more than fit are told', () => {
  const many = Array.from({ length: MOST_COMPANIES + 1 }, (_, index) => [`企业 ${index}`]);
  const companies = read(['', '', ''], ...many);
  expect(companies).toHaveLength(MOST_COMPANIES + 1);
  expect(companies.at(-1)?.problem).toEqual({ kind: 'too_many' });
});
