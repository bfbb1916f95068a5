import { expect, test } from 'vitest';
import { newId } from '../../../../api/new-id';
import { isWebAddress, orderedRows } from './list';

const client = (id: string, createdAt: string) => ({ id, name: id, website: null, sample: false, createdAt });
const entry = (clientId: string, tokensPerYear: number, winnableTopThree: number) => ({
  ...{
    clientId,
    tokensPerYear,
    winnableTopThree,
    basis: 'evidence' as const,
    valuePerYear: 0,
    ourShare: 0,
    shares: [],
  },
});

test('clients are ordered by what can be won, those without a map last', () => {
  const rows = orderedRows(
    [client('new', '2026-11-20'), client('small', '2026-11-01'), client('large', '2026-11-02')],
    [entry('small', 9, 1), entry('large', 1, 9)],
    'winnable',
  );
  expect(rows.map((row) => row.client.id)).toEqual(['large', 'small', 'new']);
});

test('ids are UUIDs of version 7 that sort by time', () => {
  expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(newId(1_000_000) < newId(2_000_000)).toBe(true);
});

test('only whole http addresses are taken for addresses', () => {
  expect(['https://kuaishou.com', 'ftp://x', 'kuaishou.com', 'http://a b'].map(isWebAddress)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
