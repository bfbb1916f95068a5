import type { SourceReport } from '@tokenholic/contracts';
import { expect, test } from 'vitest';
import { reusableSources } from './reuse.ts';

const now = new Date('2026-11-28T08:00:00Z');
const read = (kind: SourceReport['kind'], day: string, changed: Partial<SourceReport> = {}) => ({
  report: {
    ...{ id: kind, kind, label: kind, status: 'read' as const, pages: 2, code: null, message: null },
    ...changed,
  },
  pageIds: ['one', 'two'],
  readAt: new Date(`${day}T08:00:00Z`),
});
const reused = (...earlier: ReturnType<typeof read>[]) => [...reusableSources(earlier, now).keys()];

test('each kind of source is reused as long as it is fresh: news of five weeks ago is not, a website is', () => {
  expect(reused(read('news', '2026-10-24'), read('website', '2026-10-24'))).toEqual(['website']);
  expect(reused(read('filings', '2026-01-10'), read('jobs', '2026-11-20'))).toEqual(['filings', 'jobs']);
});

test('what was given is always read: it may have been changed', () => {
  expect(reused(read('notes', '2026-11-27'), read('file', '2026-11-27'))).toEqual([]);
});

test('a source that broke off, found nothing or lacks a page is read again', () => {
  expect(reused(read('website', '2026-11-27', { code: 'research.site_hangs' }))).toEqual([]);
  expect(reused(read('website', '2026-11-27', { status: 'nothing_found', pages: 0 }))).toEqual([]);
  expect(reused(read('website', '2026-11-27', { pages: 3 }))).toEqual([]);
  expect(reused(read('website', '2026-11-27', { code: 'research.language_unsupported' }))).toEqual([
    'website',
  ]);
});

test('what was reused keeps its age: it is not made young by being reused', () => {
  const earlier = read('news', '2026-11-01', { status: 'reused' });
  expect(reusableSources([earlier], now).get('news')?.readAt).toEqual(earlier.readAt);
  expect(reused(read('news', '2026-10-01', { status: 'reused' }))).toEqual([]);
});
