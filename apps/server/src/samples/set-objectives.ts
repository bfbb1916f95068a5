import type { SetObjective } from '@tokenholic/contracts';
import { demoPeople, listColleagues } from '@tokenholic/identity';
import type { Kit, Principal } from '@tokenholic/kit';
import { setObjective } from '@tokenholic/performance';
import { sampleId } from './sample-id.ts';

type Wish = Pick<SetObjective, 'metric' | 'target' | 'note'> & { person: number };

/** What the sample manager and the sample agent are after this quarter. */
const WISHES: readonly Wish[] = [
  { person: 0, metric: 'deals_won_cny', target: 12_000_000, note: '' },
  { person: 0, metric: 'first_answer_hours', target: 24, note: '' },
  { person: 1, metric: 'maps_drawn', target: 6, note: '每两周一张' },
  { person: 1, metric: 'handoffs_kept', target: 0.9, note: '' },
];

/** Sets objectives for the sample people through the same command as anybody's. */
export async function setSampleObjectives(kit: Kit, owner: Principal): Promise<void> {
  const now = kit.now();
  const quarter = Math.floor(now.getUTCMonth() / 3) * 3;
  const day = (month: number, date: number) =>
    new Date(Date.UTC(now.getUTCFullYear(), month, date)).toISOString().slice(0, 10);
  const period = { from: day(quarter, 1), until: day(quarter + 3, 0) };
  const ports = {
    people: (vendorId: string) => listColleagues(kit, vendorId),
    organizations: async () => [],
  };
  for (const { person, ...wish } of WISHES) {
    const userId = demoPeople[person]?.id;
    if (userId === undefined) continue;
    const id = sampleId(userId, `objective/${wish.metric}`);
    await setObjective(kit, ports, owner, { id, userId, ...wish, ...period });
  }
}
