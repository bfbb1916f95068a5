import type { BattleMap, SolutionSubject } from '@tokenholic/contracts';
import { reference } from '@tokenholic/reference';
import { type Case, readCase } from '../domain/case.ts';
import { mapMissing, subjectUnknown } from '../domain/failures.ts';
import type { Sources } from '../ports.ts';

/** The case of a subject on the client's current map; refused with the reason when the map does not have it. */
export async function readSubject(
  sources: Sources,
  clientId: string | null,
  subject: SolutionSubject,
): Promise<Case> {
  const map: BattleMap | null = clientId === null ? null : await sources.map(clientId);
  if (map === null && subject.kind !== 'question') throw mapMissing();
  const found = readCase(subject, map, reference);
  if (found === null) throw subjectUnknown();
  return found;
}
