import { expect, test } from 'vitest';
import type { Locks } from './locks.ts';

/** What every kind of lock must do. `open` gives the locks of one more process. */
export function locksContract(open: () => Locks): void {
  test('one of two processes takes a lock; the other does once it is released', async () => {
    const [one, two] = [open(), open()];
    const held = await one.tryTake('release');
    expect(await held?.confirm()).toBe(true);
    expect(await two.tryTake('release')).toBeNull();
    await held?.release();
    expect(await (await two.tryTake('release'))?.confirm()).toBe(true);
    await Promise.all([one.close(), two.close()]);
  });

  test('a process does not take its own lock again', async () => {
    const one = open();
    await one.tryTake('again');
    expect(await one.tryTake('again')).toBeNull();
    await one.close();
  });

  test('of many at once exactly one takes it', async () => {
    const processes = Array.from({ length: 6 }, open);
    const taken = await Promise.all(processes.map((locks) => locks.tryTake('crowd')));
    expect(taken.filter((lock) => lock !== null)).toHaveLength(1);
    await Promise.all(processes.map((locks) => locks.close()));
  });

  test('locks of different names do not hinder each other', async () => {
    const one = open();
    const both = [await one.tryTake('first'), await one.tryTake('second')];
    expect(both.every((lock) => lock !== null)).toBe(true);
    await one.close();
  });

  test('what a process held is free when it has closed, and no longer confirmed', async () => {
    const [one, two] = [open(), open()];
    await one.tryTake('closed');
    await one.close();
    expect(await two.tryTake('closed')).not.toBeNull();
    await two.close();
  });

  test('releasing twice does not free the lock of a successor', async () => {
    const [one, two, three] = [open(), open(), open()];
    const first = await one.tryTake('twice');
    await first?.release();
    const second = await two.tryTake('twice');
    await first?.release();
    expect(await three.tryTake('twice')).toBeNull();
    expect(await second?.confirm()).toBe(true);
    await Promise.all([one.close(), two.close(), three.close()]);
  });
}
