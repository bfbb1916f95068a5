import { expect, test } from 'vitest';
import type { Announcements } from './announcements.ts';

/** What announcements must do. `open` joins one more process and resolves once it listens. */
export function announcementsContract(open: () => Promise<Announcements>): void {
  test('every other process hears it, the one that said it does not', async () => {
    const processes = [await open(), await open(), await open()];
    const heard: number[] = [];
    for (const [index, process] of processes.entries())
      process.onAnnouncement('log', () => void heard.push(index));
    processes[0]?.announce('log');
    await expect.poll(() => [...heard].sort()).toEqual([1, 2]);
    await Promise.all(processes.map((process) => process.close()));
  });

  test('who listens to one subject does not hear another', async () => {
    const [one, two] = [await open(), await open()];
    const heard: string[] = [];
    two.onAnnouncement('principals', () => void heard.push('principals'));
    two.onAnnouncement('log', () => void heard.push('log'));
    one.announce('log');
    one.announce('principals');
    await expect.poll(() => heard).toEqual(['log', 'principals']);
    await Promise.all([one.close(), two.close()]);
  });

  test('what is said of a subject arrives as it was said, each different text once', async () => {
    const [one, two] = [await open(), await open()];
    const heard: string[] = [];
    two.onAnnouncement('presence', (text) => void heard.push(text));
    one.announce('presence', '{"room":"a b","people":["林佩"]}');
    one.announce('presence', '{"room":"a b","people":[]}');
    await expect
      .poll(() => heard)
      .toEqual(['{"room":"a b","people":["林佩"]}', '{"room":"a b","people":[]}']);
    await Promise.all([one.close(), two.close()]);
  });
}
