import { keepFewUnread } from '@tokenholic/copilot';
import { demoPeople } from '@tokenholic/identity';
import type { Product } from '../compose.ts';
import { solutionSources } from '../services.ts';
import { until } from './load-win.ts';

/** What a first look at the product is worth; the rest of what the samples tell is history. */
const MOST_UNREAD = 5;

/** Once all samples are drawn, each sample person has few notices left to read. */
export async function calmNotices(
  { kit, principals, dispatcher }: Pick<Product, 'kit' | 'principals' | 'dispatcher'>,
  clientIds: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const { map } = solutionSources(kit);
  for (const id of clientIds) await until({ signal }, () => map(id));
  if (signal.aborted) return;
  await dispatcher.idle();
  for (const { id } of demoPeople) {
    const person = await principals.find(id);
    if (person === null) continue;
    await keepFewUnread(kit, person, [person.homeOrganizationId, ...clientIds], MOST_UNREAD);
  }
}
