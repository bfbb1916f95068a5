import type { Reaction } from '@tokenholic/kit';
import { sealedClientObjections } from '../sealed.ts';
import { clientObjections } from '../tables.ts';

/** Keeps what a client objected, for the customer made after it. Objections of no known kind say too little to be played. */
export const onObjectionRaised: Reaction<'objection.raised'> = async (
  tx,
  { organizationId, occurredAt, payload },
) => {
  const { objectionId, category, text } = payload;
  if (category === null) return;
  const said = { objectionId, organizationId, category, text: text.slice(0, 300), at: new Date(occurredAt) };
  await tx.db
    .insert(clientObjections)
    .values(await tx.seal(sealedClientObjections, organizationId, said))
    .onConflictDoNothing();
};
