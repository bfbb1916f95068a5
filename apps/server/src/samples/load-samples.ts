import { createHash } from 'node:crypto';
import { createClient, demoPeople } from '@tokenholic/identity';
import { sampleClients } from '@tokenholic/reference';
import { addMaterial } from '@tokenholic/research';
import type { Product } from '../compose.ts';
import { loadSampleKnowledge } from './sample-knowledge.ts';
import { moveSample } from './sample-stages.ts';

/**
 * Makes the sample clients through the same door as any other: the client is created, its files are read by research,
 * the map is drawn from what was found. Starting again finds them there.
 */
export async function loadSamples(product: Product): Promise<void> {
  const { kit, principals } = product;
  const owner = await principals.find(demoPeople[0].id);
  if (owner === null) return;
  await loadSampleKnowledge(kit, owner.homeOrganizationId);
  for (const [index, sample] of sampleClients().entries()) {
    if (owner.organizationIds.includes(sample.id)) continue;
    const materialIds: string[] = [];
    for (const { fileName, text } of sample.files) {
      const material = {
        id: materialId(sample.id, fileName),
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
    await createClient(kit, owner, command, { sample: true, assignTo });
    await moveSample(kit, owner, sample.id, index);
  }
  principals.forget();
}

/** The same file of the same sample has the same id at each start. */
function materialId(clientId: string, fileName: string): string {
  const digest = createHash('sha256').update(`${clientId}/${fileName}`).digest('hex');
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-7${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}
