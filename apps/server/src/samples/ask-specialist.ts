import { answerSpecialist, demoPeople, inviteSpecialist, type Principals } from '@tokenholic/identity';
import { type Kit, newTraceId, type Principal, runWithTrace } from '@tokenholic/kit';
import { sampleId } from './sample-id.ts';

const DAY = 86_400_000;
/** The second sample client: an English one, with a proposal on the table. */
const CLIENT = 1;
const SPECIALIST = demoPeople.find(({ roles }) => roles.includes('presales_engineer'));
const QUESTION =
  'Can the KYC assistant keep customer documents in the client’s own region, and what does that do to latency?';
const NOTE =
  'Yes: the model is offered in Frankfurt, documents stay in their bucket. Expect about 40 ms more for the first token. Put the data-residency sheet into the proposal.';

/** One specialist was asked about a sample client and answered, so that the outcome can be seen. */
export async function askSpecialist(
  kit: Kit,
  principals: Pick<Principals, 'find' | 'forget'>,
  owner: Principal,
  clientId: string,
  index: number,
): Promise<void> {
  if (index !== CLIENT || SPECIALIST === undefined) return;
  const id = sampleId(clientId, 'specialist');
  const dueOn = new Date(kit.now().getTime() + 7 * DAY).toISOString().slice(0, 10);
  await inviteSpecialist(kit, owner, clientId, {
    id,
    specialistId: SPECIALIST.id,
    question: QUESTION,
    dueOn,
  });
  principals.forget();
  const asked = await principals.find(SPECIALIST.id);
  if (asked === null) return;
  await runWithTrace({ traceId: newTraceId(), actor: asked.user.id }, () =>
    answerSpecialist(kit, asked, clientId, id, { outcome: 'advised', note: NOTE }),
  );
}
