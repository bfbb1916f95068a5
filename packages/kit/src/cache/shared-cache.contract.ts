import { expect, test } from 'vitest';
import { z } from 'zod';
import type { SharedCache } from './shared-cache.ts';

const yunxiu = '01970000-0000-7000-8000-0000000000a1';
const harbourline = '01970000-0000-7000-8000-0000000000b2';
const shape = z.object({ name: z.string(), tokens: z.number() });

/** What every shared cache must do. `later` lets that much time pass. */
export function sharedCacheContract(
  open: () => SharedCache,
  later: (milliseconds: number) => Promise<void>,
): void {
  test('a value comes back for its own organisation only', async () => {
    const cache = open();
    await cache.set(yunxiu, 'head', { name: '云岫短剧', tokens: 2.36e10 }, 60_000);
    expect(await cache.get(yunxiu, 'head', shape)).toEqual({ name: '云岫短剧', tokens: 2.36e10 });
    expect(await cache.get(harbourline, 'head', shape)).toBeNull();
  });

  test('a value is forgotten when its time is over', async () => {
    const cache = open();
    await cache.set(yunxiu, 'short', { name: 'a', tokens: 1 }, 30);
    await later(60);
    expect(await cache.get(yunxiu, 'short', shape)).toBeNull();
  });

  test('a value of another shape is none: it was written by another version', async () => {
    const cache = open();
    await cache.set(yunxiu, 'old', { title: 'a' }, 60_000);
    expect(await cache.get(yunxiu, 'old', shape)).toBeNull();
  });

  test('clearing one organisation leaves the others', async () => {
    const cache = open();
    await cache.set(yunxiu, 'one', { name: 'a', tokens: 1 }, 60_000);
    await cache.set(yunxiu, 'two', { name: 'b', tokens: 2 }, 60_000);
    await cache.set(harbourline, 'one', { name: 'c', tokens: 3 }, 60_000);
    await cache.remove(yunxiu, 'two');
    expect(await cache.get(yunxiu, 'two', shape)).toBeNull();
    await cache.clear(yunxiu);
    expect(await cache.get(yunxiu, 'one', shape)).toBeNull();
    expect((await cache.get(harbourline, 'one', shape))?.name).toBe('c');
  });
}
