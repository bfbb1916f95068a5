import type { ApprovalType, LocalizedText } from '@tokenholic/contracts';
import type { Kit, Principal } from '@tokenholic/kit';
import { and, desc, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { heldBack } from '../domain/failures.ts';
import { hasAnybodyToAsk, standingOf } from '../domain/gate.ts';
import type { ApprovalPorts } from '../ports.ts';
import { findRoute } from '../queries/find-route.ts';
import { requests } from '../tables.ts';
import { openRequest } from './open-request.ts';

/** Something that a policy may hold back until somebody else has said yes. */
export interface HeldBack {
  type: Extract<ApprovalType, 'handoff' | 'export' | 'budget'>;
  clientId: string | null;
  /** The thing itself: the hand-off, the organisation that is exported, a limit of tokens. The same again finds its request. */
  subjectId: string;
  title: LocalizedText;
  detail: string;
  /** Data of people goes out. */
  personalData: boolean;
  /** CNY a year; null where no money is in it, or nobody can tell how much. */
  amountCny: number | null;
}

/**
 * Lets pass what no rule asks anybody about and what somebody has said yes to. For the rest it asks, once, and refuses with
 * the request's id. Never inside a transaction.
 */
export async function passGate(
  kit: Kit,
  ports: ApprovalPorts,
  principal: Principal,
  { clientId, subjectId, title, detail, ...question }: HeldBack,
): Promise<void> {
  const { user, homeOrganizationId: vendorId } = principal;
  const asked = { ...question, discountPercent: null };
  const { ruleId } = await findRoute(kit, ports, { id: user.id, vendorId }, asked);
  if (ruleId === null || !hasAnybodyToAsk(await ports.people(vendorId), user.id)) return;
  const rows = await kit.database.withTenant([vendorId], (tx) =>
    tx.db
      .select()
      .from(requests)
      .where(
        and(
          eq(requests.subjectId, subjectId),
          eq(requests.type, question.type),
          eq(requests.requestedBy, user.id),
        ),
      )
      .orderBy(desc(requests.createdAt))
      .limit(1),
  );
  const standing = standingOf(rows[0] ?? null, kit.now());
  if (standing === 'free') return;
  if (standing !== 'not_asked') throw heldBack(standing, rows[0]?.id ?? null);
  const made = await openRequest(kit, ports, {
    ...{ ...asked, id: uuidv7(), vendorId, clientId, title, detail, subjectId },
    by: { id: user.id, name: user.name },
  });
  throw heldBack('asked', made.id);
}
