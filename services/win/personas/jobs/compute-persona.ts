import type { JobHandler, Kit } from '@tokenholic/kit';
import type { Llm } from '@workflow/llm-sdk';
import { computePersona } from '../commands/compute-persona.ts';
import type { MayProfile } from '../ports.ts';

/** Works a persona out again. */
export function computeJob(kit: Kit, llm: Llm, mayProfile: MayProfile): JobHandler {
  return async (data, { organizationId, signal }) =>
    computePersona(kit, llm, mayProfile, { organizationId, contactId: String(data.contactId), signal });
}
