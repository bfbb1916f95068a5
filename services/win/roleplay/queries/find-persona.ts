import type { PersonaChoice, PracticePersona } from '@tokenholic/contracts';
import { type Kit, notFound, type Principal } from '@tokenholic/kit';
import { desc, eq } from 'drizzle-orm';
import { mapMissing, personaUnknown } from '../domain/failures.ts';
import { type ClientPersona, personaFromMap } from '../domain/persona/from-map.ts';
import { libraryPersona, personaFromForm } from '../domain/persona/make-persona.ts';
import type { PracticeSources } from '../ports.ts';
import { sealedClientObjections } from '../sealed.ts';
import { clientObjections } from '../tables.ts';

const LATEST = 10;

/** The customer a choice stands for. A client is only played for people who may see it. */
export async function findPersona(
  kit: Kit,
  sources: PracticeSources,
  principal: Principal,
  choice: PersonaChoice,
): Promise<PracticePersona> {
  if (choice.kind === 'form') return personaFromForm(choice.form);
  if (choice.kind === 'library') {
    const persona = libraryPersona(choice.id);
    if (persona === null) throw personaUnknown();
    return persona;
  }
  return (await findClientPersona(kit, sources, principal, choice.clientId)).persona;
}

/** The customer after a client, with what it was made from. */
export async function findClientPersona(
  kit: Kit,
  sources: Pick<PracticeSources, 'map'>,
  { organizationIds }: Principal,
  clientId: string,
): Promise<ClientPersona> {
  if (!organizationIds.includes(clientId)) throw notFound();
  const map = await sources.map(clientId);
  if (map === null) throw mapMissing();
  const objections = await kit.database.withTenant([clientId], async (tx) => {
    const stored = await tx.db
      .select()
      .from(clientObjections)
      .where(eq(clientObjections.organizationId, clientId))
      .orderBy(desc(clientObjections.at))
      .limit(LATEST);
    return tx.open(sealedClientObjections, stored);
  });
  return personaFromMap(map, objections);
}
