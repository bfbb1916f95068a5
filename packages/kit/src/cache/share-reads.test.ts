import { expect, test } from 'vitest';
import { shareReads } from './share-reads.ts';

/** A source whose value changes, and whose reads end when they are let go. */
function slowSource() {
  const waiting: (() => void)[] = [];
  const source = { value: 'first', reads: 0, letGo: () => waiting.splice(0).forEach((go) => void go()) };
  const read = async (): Promise<string> => {
    source.reads += 1;
    const seen = source.value;
    await new Promise<void>((resolve) => waiting.push(resolve));
    return seen;
  };
  return { source, read };
}

test('all who ask while one read is under way share the next', async () => {
  const { source, read } = slowSource();
  const shared = shareReads(read);
  const first = shared('map');
  const later = [shared('map'), shared('map'), shared('map')];
  source.letGo();
  await first;
  await Promise.resolve();
  source.letGo();
  await Promise.all(later);
  expect(source.reads).toBe(2);
});

test('who asks after a change is given the change, even when an older read is still under way', async () => {
  const { source, read } = slowSource();
  const shared = shareReads(read);
  const before = shared('map');
  source.value = 'second';
  const after = shared('map');
  source.letGo();
  expect(await before).toBe('first');
  await Promise.resolve();
  source.letGo();
  expect(await after).toBe('second');
});

test('a read that fails fails for those who share it, and the next is tried afresh', async () => {
  let fails = true;
  const shared = shareReads(async () => {
    if (fails) throw new Error('gone');
    return 'back';
  });
  await expect(shared('map')).rejects.toThrow('gone');
  fails = false;
  expect(await shared('map')).toBe('back');
});

test('different things are read side by side', async () => {
  const { source, read } = slowSource();
  const shared = shareReads(read);
  const both = [shared('a'), shared('b')];
  expect(source.reads).toBe(2);
  source.letGo();
  await Promise.all(both);
});
