import { defineService, type Kit, type MigrationSet, type Service } from '@tokenholic/kit';
import type { Llm } from '@workflow/llm-sdk';
import { COMPUTE_QUEUE, REBUILD_QUEUE } from './commands/mark-stale.ts';
import { computeJob } from './jobs/compute-persona.ts';
import { rebuildJob } from './jobs/rebuild-persona.ts';
import type { MayProfile } from './ports.ts';
import { onActivity } from './reactions/on-activity.ts';
import { onClient } from './reactions/on-client.ts';
import { onConsent } from './reactions/on-consent.ts';
import { onContactRemoved, onContactSaved, onRoleChanged } from './reactions/on-contact.ts';
import { onContactMerged, onMergeUndone } from './reactions/on-merge.ts';
import { personaRoutes } from './routes.ts';
import { sealedEdits, sealedInteractions, sealedSubjects, sealedVersions } from './sealed.ts';

export { type Computed, compute } from './domain/compute.ts';
export type { History, Interaction } from './domain/history.ts';
export { linesOf } from './domain/lines.ts';
export { everybodyAgreed, type MayProfile } from './ports.ts';

export const personasMigrations: MigrationSet = {
  schema: 'personas',
  folder: new URL('./migrations/', import.meta.url),
};

/** How to deal with each contact: what they did and their own words, worked out with confidence and quotes; off for whoever it is switched off for. */
export function personasService(llm: Llm, mayProfile: MayProfile) {
  return defineService(
    (kit: Kit): Service => ({
      name: 'personas',
      migrations: personasMigrations,
      sealed: [sealedSubjects, sealedInteractions, sealedVersions, sealedEdits],
      publishes: ['persona.updated', 'persona.removed'],
      consumes: {
        ...{ 'client.created': onClient, 'client.renamed': onClient },
        ...{ 'contact.saved': onContactSaved, 'contact.removed': onContactRemoved },
        ...{ 'contact.merged': onContactMerged, 'contact.merge_undone': onMergeUndone },
        ...onConsent(mayProfile),
        ...{ 'contact.role_changed': onRoleChanged, 'activity.logged': onActivity(mayProfile) },
      },
      routes: personaRoutes(kit, mayProfile),
      jobs: {
        [COMPUTE_QUEUE]: computeJob(kit, llm, mayProfile),
        [REBUILD_QUEUE]: rebuildJob(kit, mayProfile),
      },
      tasks: ['personas.read_traits'],
    }),
  );
}
