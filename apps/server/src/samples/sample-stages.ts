import { randomUUID } from 'node:crypto';
import type { LifecycleStage } from '@tokenholic/contracts';
import { decideHandoff, proposeHandoff, tickItem } from '@tokenholic/identity';
import type { Kit, Principal } from '@tokenholic/kit';

interface SampleWay {
  /** Hand-offs that were accepted, in their order. */
  reached: readonly LifecycleStage[];
  /** One that waits for an answer. */
  asked?: { to: LifecycleStage; note: string };
}

/** How far each sample client is, in the order of the samples: the workspace shows every stage. */
const WAYS: readonly SampleWay[] = [
  { reached: [] },
  {
    reached: [],
    asked: { to: 'onboarding', note: 'Order signed on Tuesday. The client wants the KYC assistant first.' },
  },
  { reached: ['onboarding', 'support', 'success'] },
  { reached: ['onboarding', 'support'] },
  { reached: ['onboarding'] },
];

/** Takes a sample client along its way through the same commands as people do. */
export async function moveSample(kit: Kit, owner: Principal, clientId: string, index: number): Promise<void> {
  const way = WAYS[index];
  if (way === undefined) return;
  for (const to of way.reached) {
    const { id, checklist } = await proposeHandoff(kit, owner, clientId, { id: randomUUID(), to, note: '' });
    for (const { key } of checklist) await tickItem(kit, clientId, id, { key, done: true });
    await decideHandoff(kit, owner, clientId, id, { decision: 'accept' });
  }
  if (way.asked !== undefined) await proposeHandoff(kit, owner, clientId, { id: randomUUID(), ...way.asked });
}
