import type { Engine, PracticeSession } from '@tokenholic/contracts';
import type { Kit, Principal, TenantTransaction } from '@tokenholic/kit';
import type { Llm } from '@workflow/llm-sdk';
import { eq } from 'drizzle-orm';
import { sessionMoved, sessionOver } from '../domain/failures.ts';
import { talkOf } from '../domain/present.ts';
import { answer, stop } from '../domain/talk/replay.ts';
import { customerWords, type SellerLine, type Talk } from '../domain/talk/talk.ts';
import { byRules, turnsOf } from '../domain/turns.ts';
import type { PracticeSources } from '../ports.ts';
import { ownSession, presented, sellerOf } from '../queries/sessions.ts';
import { sealedSessions } from '../sealed.ts';
import { type SessionRow, sessions } from '../tables.ts';
import { playCustomerTask } from '../tasks/play-customer.ts';
import { checkClaims } from './check-claims.ts';
import { finish } from './finish.ts';
import { settle } from './settle.ts';

/** Says a line in a talk. The customer answers by the talk's rules, in a model's words when one is connected; a talk that ends is scored at once. */
export async function say(
  kit: Kit,
  { sources, llm }: { sources: PracticeSources; llm: Llm },
  principal: Principal,
  id: string,
  text: string,
): Promise<PracticeSession> {
  const seller = sellerOf(principal);
  const row = await kit.database.withTenant([seller.organizationId], (tx) => ownSession(tx, seller, id));
  if (row.finishedAt !== null) throw sessionOver();
  const before = talkOf(row);
  const claims = await checkClaims(sources, seller.organizationId, text, customerWords(before));
  const plain: SellerLine = { text, claims, reply: null };
  const ruled = answer(before, plain);
  const spoken = ruled.outcome === null ? await speak(llm, seller.organizationId, ruled, text) : null;
  const line = { ...plain, reply: spoken?.reply ?? null };
  const talk = line.reply === null ? ruled : answer(before, line);
  const isModel = await llm.hasModel();
  return kit.database.withTenant([seller.organizationId], async (tx) => {
    const now = await ownSession(tx, seller, id, true);
    if (now.finishedAt !== null) throw sessionOver();
    if (now.lines.length !== row.lines.length) throw sessionMoved();
    const engine = spoken?.engine ?? byRules(isModel ? 'ending' : 'no_model_configured');
    const next: SessionRow = {
      ...now,
      lines: [...now.lines, line],
      turns: turnsOf(talk, [...enginesOf(now), engine]),
      outcome: talk.outcome,
    };
    const saved = talk.outcome === null ? next : await finish(kit, tx, next, talk, isModel);
    await keepTalk(tx, saved);
    if (saved.finishedAt !== null) await settle(kit, tx, saved);
    return presented(tx, saved, seller.userId);
  });
}

async function keepTalk(tx: TenantTransaction, talk: SessionRow): Promise<void> {
  const row = await tx.seal(sealedSessions, talk.organizationId, talk);
  await tx.db.update(sessions).set(row).where(eq(sessions.id, talk.id));
}

/** Ends a talk in the middle; it is scored as it stands. */
export async function endSession(
  kit: Kit,
  llm: Llm,
  principal: Principal,
  id: string,
): Promise<PracticeSession> {
  const seller = sellerOf(principal);
  const isModel = await llm.hasModel();
  return kit.database.withTenant([seller.organizationId], async (tx) => {
    const row = await ownSession(tx, seller, id, true);
    if (row.finishedAt !== null) throw sessionOver();
    const saved = await finish(kit, tx, { ...row, outcome: 'stopped' }, stop(talkOf(row)), isModel);
    await keepTalk(tx, saved);
    if (saved.finishedAt !== null) await settle(kit, tx, saved);
    return presented(tx, saved, seller.userId);
  });
}

const enginesOf = ({ turns }: SessionRow): Engine[] =>
  turns
    .filter(({ speaker }) => speaker === 'customer')
    .slice(1)
    .map(({ engine }) => engine ?? byRules('no_model_configured'));

const SHOWN_TURNS = 12;

/** The reply in a model's words; null when the rules' own words stand. */
async function speak(
  llm: Llm,
  organizationId: string,
  talk: Talk,
  line: string,
): Promise<{ reply: string | null; engine: Engine }> {
  const { language, persona } = talk.setting;
  const last = talk.replies.at(-1);
  const plain = last?.text ?? '';
  const earlier = talk.heard.slice(0, -1).flatMap(({ reading }, index) => [
    { speaker: 'seller' as const, text: reading.text },
    { speaker: 'customer' as const, text: talk.replies[index + 1]?.text ?? '' },
  ]);
  const { output, engine } = await llm.run(
    playCustomerTask,
    {
      ...{ language, plain, mood: talk.mood, moves: last?.moves ?? [] },
      customer: `${persona.name.en}, ${persona.role.en} at ${persona.company.en}, ${persona.knowledge} about AI models.`,
      talk: [...earlier.slice(-SHOWN_TURNS), { speaker: 'seller', text: line }],
    },
    { organizationId },
  );
  if (engine.via === 'rules') return { reply: null, engine };
  return output.text === plain
    ? { reply: null, engine: byRules('left_the_frame') }
    : { reply: output.text, engine };
}
