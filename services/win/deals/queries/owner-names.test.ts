import { expect, test } from 'vitest';
import { withOwnerNames } from './owner-names.ts';

const name = (text: string) => ({ zh: text, en: text });
const deal = (id: string, ownerId: string, day: number, called: string) => ({
  ...{ id, organizationId: 'client', ownerId, createdAt: new Date(Date.UTC(2026, 0, day)) },
  ownerName: name(called),
});

test('one name is opened for each owner, as the newest of their deals says it', async () => {
  let opened = 0;
  const rows = await withOwnerNames(
    {
      open: async (_table, sealed) => {
        opened += sealed.length;
        return [...sealed];
      },
    },
    [
      ...[deal('a', 'lin', 1, 'Lin'), deal('b', 'lin', 9, 'Lin Pei'), deal('c', 'zhou', 2, 'Zhou')],
      deal('d', 'lin', 4, 'Lin P.'),
    ],
  );
  expect(opened).toBe(2);
  expect(rows.map(({ id, ownerName }) => `${id} ${ownerName.en}`)).toEqual([
    ...['a Lin Pei', 'b Lin Pei', 'c Zhou', 'd Lin Pei'],
  ]);
});
