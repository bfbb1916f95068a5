import { expect, test } from 'vitest';
import { mostPressing } from './most-pressing.ts';

test('whose budget is used up stands first, then who is near it; who has no limit stands by what was used', () => {
  const of = (organizationId: string, limit: number | null, spent: number) => ({
    organizationId,
    limit,
    spent,
  });
  const all = [
    of('free', null, 9_000),
    of('near', 100, 85),
    of('idle', 100, 0),
    of('over', 100, 130),
    of('shut', 0, 0),
  ];
  expect(mostPressing(all).map(({ organizationId }) => organizationId)).toEqual([
    ...['over', 'shut', 'near', 'free', 'idle'],
  ]);
});
