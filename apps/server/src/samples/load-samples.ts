import { createClient, demoPeople } from '@tokenholic/identity';
import { newTraceId, runWithTrace } from '@tokenholic/kit';
import { sampleClients } from '@tokenholic/reference';
import { addMaterial } from '@tokenholic/research';
import type { Product } from '../compose.ts';
import { askForApprovals } from './ask-for-approvals.ts';
import { askSpecialist } from './ask-specialist.ts';
import { calmNotices } from './calm-notices.ts';
import { loadDeals } from './load-deals.ts';
import { loadHistories } from './load-histories.ts';
import { loadWinSamples } from './load-win.ts';
import { sampleId } from './sample-id.ts';
import { loadSampleKnowledge } from './sample-knowledge.ts';
import { moveSample } from './sample-stages.ts';
import { setSampleObjectives } from './set-objectives.ts';

/**
 * Makes the sample clients through the same door as any other: the client is created, its files are read by research,
 * the map is drawn from what was found. Starting again finds them there.
 */
export async function loadSamples(product: Product, signal: AbortSignal): Promise<void> {
  const { kit, principals } = product;
  const owner = await principals.find(demoPeople[0].id);
  if (owner === null) return;
  const made = new Map<number, string>();
  for (const [index, sample] of sampleClients().entries()) {
    if (owner.organizationIds.includes(sample.id)) continue;
    product.samples.arriving = true;
    const materialIds: string[] = [];
    for (const { fileName, text } of sample.files) {
      const material = {
        id: sampleId(sample.id, fileName),
        fileName,
        mediaType: 'text/markdown',
        bytes: Buffer.from(text),
      };
      materialIds.push(material.id);
      await addMaterial(kit, sample.id, material);
    }
    const assignTo = demoPeople
      .filter(({ sampleClients: many }) => many === 'all' || index < many)
      .map(({ id }) => id);
    const research = {
      website: null,
      links: [],
      notes: '',
      materialIds,
      language: sample.language,
      publicSources: false,
    };
    const command = { id: sample.id, name: sample.name, website: null, research, allowDuplicateName: true };
    // As the people did it: what is measured of them rests on who acted.
    await actingAs(ownerOf(index), () => createClient(kit, owner, command, { sample: true, assignTo }));
    await actingAs(owner.user.id, async () => {
      const seller = { ...owner, organizationIds: [...owner.organizationIds, sample.id] };
      await loadDeals(kit, seller, sample.id, index);
      await moveSample(kit, owner, sample.id, index);
      await askSpecialist(kit, principals, seller, sample.id, index);
    });
    made.set(index, sample.id);
    // Each is seen as soon as it is there.
    principals.forget();
  }
  // After the clients: whoever opens the product first looks for them.
  await loadSampleKnowledge(kit, owner.homeOrganizationId);
  // Last: maps are drawn meanwhile, and nobody waits for them.
  const assigned = { ...owner, organizationIds: [...owner.organizationIds, ...made.values()] };
  // Also after a first start that was broken off: both leave alone what is there.
  await askForApprovals(
    product,
    sampleClients().map(({ id }) => id),
  );
  await setSampleObjectives(kit, owner);
  await loadHistories(kit, assigned, made);
  const [first] = sampleClients();
  if (first === undefined) return;
  const place = {
    kit,
    owner: { ...assigned, organizationIds: [...assigned.organizationIds, first.id] },
    signal,
  };
  await loadWinSamples(place, first.id);
  if (made.size > 0) await calmNotices(product, [...made.values()], signal);
}

/** The first two clients were made by the agent they are assigned to, the others by the manager. */
const ownerOf = (index: number) => (demoPeople[index < 2 ? 1 : 0] ?? demoPeople[0]).id;

const actingAs = <T>(actor: string, work: () => Promise<T>) =>
  runWithTrace({ traceId: newTraceId(), actor }, work);
