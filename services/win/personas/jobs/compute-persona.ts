import type { JobHandler, Kit } from '@tokenholic/kit';
import type { Llm } from '@workflow/llm-sdk';
import { computePersona } from '../commands/compute-persona.ts';

/** Works a persona out again. */
export function computeJob(kit: Kit, llm: Llm): JobHandler {
  return async (data, { organizationId, signal }) =>
    computePersona(kit, llm, { organizationId, contactId: String(data.contactId), signal });
}
