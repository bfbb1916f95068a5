import type { Draft, RequestDraft } from '@tokenholic/contracts';
import { type Kit, notFound, type Principal } from '@tokenholic/kit';
import { formatDate, formatMoney } from '@tokenholic/presentation';
import type { Llm } from '@workflow/llm-sdk';
import { and, desc, eq, gt, inArray, ne } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { sealedDrafts, sealedTasks, sealedTimeline } from '../sealed.ts';
import { clients, drafts, tasks, timeline } from '../tables.ts';
import { type DraftInput, writeDraftTask } from '../tasks/write-draft.ts';
import { WAITING } from './settle-tasks.ts';

/** Writes a draft from what is known of the client; it is kept and can be edited before it goes anywhere. */
export async function writeDraft(
  kit: Kit,
  llm: Llm,
  principal: Principal,
  clientId: string,
  request: RequestDraft,
): Promise<Draft> {
  const { input, eventIds } = await gather(kit, principal, clientId, request);
  // No transaction is open while a model thinks.
  const { output, engine } = await llm.run(writeDraftTask, input, { organizationId: clientId });
  const row: typeof drafts.$inferSelect = {
    id: uuidv7(),
    organizationId: clientId,
    kind: request.kind,
    tone: request.tone,
    language: request.language,
    ...output,
    editedSubject: null,
    editedBody: null,
    engine,
    eventIds,
    createdBy: principal.user.id,
    createdAt: kit.now(),
  };
  await kit.database.withTenant([clientId], async (tx) => {
    await tx.db.insert(drafts).values(await tx.seal(sealedDrafts, clientId, row));
    await tx.publish(clientId, 'draft.written', { draftId: row.id, kind: row.kind, subject: row.subject });
  });
  return toDraft(row);
}

async function gather(
  kit: Kit,
  principal: Principal,
  clientId: string,
  { kind, tone, language, intent }: RequestDraft,
): Promise<{ input: DraftInput; eventIds: string[] }> {
  return kit.database.withTenant([clientId], async (tx) => {
    const [client] = await tx.db.select().from(clients).where(eq(clients.organizationId, clientId));
    if (client === undefined) throw notFound();
    // What people do in the workspace is internal; a colleague may read it, the client may not.
    const stored = await tx.db
      .select()
      .from(timeline)
      .where(
        and(
          eq(timeline.organizationId, clientId),
          gt(timeline.weight, 0),
          kind === 'handoff_note' ? undefined : ne(timeline.kind, 'work'),
        ),
      )
      .orderBy(desc(timeline.occurredAt), desc(timeline.id))
      .limit(8);
    const events = await tx.open(sealedTimeline, stored);
    const waiting = await tx.db
      .select({ organizationId: tasks.organizationId, title: tasks.title })
      .from(tasks)
      .where(and(eq(tasks.organizationId, clientId), inArray(tasks.status, [...WAITING])))
      .limit(8);
    const open = await tx.open(sealedTasks, waiting);
    return {
      eventIds: events.map(({ id }) => id),
      input: {
        kind,
        tone,
        language,
        intent,
        author: principal.user.name[language],
        client: client.name,
        stage: client.stage,
        opportunity: client.opportunity === null ? null : formatMoney(client.opportunity, language).text,
        openTasks: kind === 'email' ? [] : open.map(({ title }) => title[language]),
        events: events.map(({ id, occurredAt, title, text }) => ({
          id,
          at: formatDate(occurredAt.toISOString(), language),
          title: title[language],
          text: text?.[language] ?? '',
        })),
      },
    };
  });
}

export function toDraft(row: typeof drafts.$inferSelect): Draft {
  const edited = row.editedSubject !== null && row.editedBody !== null;
  return {
    id: row.id,
    clientId: row.organizationId,
    kind: row.kind,
    tone: row.tone,
    language: row.language,
    subject: row.editedSubject ?? row.subject,
    body: row.editedBody ?? row.body,
    original: edited ? { subject: row.subject, body: row.body } : null,
    engine: row.engine,
    eventIds: row.eventIds,
    createdAt: row.createdAt.toISOString(),
  };
}

/** A person's wording takes the engine's place; null brings the engine's back. */
export async function editDraft(
  kit: Kit,
  clientId: string,
  draftId: string,
  wording: { subject: string; body: string } | null,
): Promise<Draft> {
  return kit.database.withTenant([clientId], async (tx) => {
    const edited = { editedSubject: wording?.subject ?? null, editedBody: wording?.body ?? null };
    const rows = await tx.db
      .update(drafts)
      .set(await tx.seal(sealedDrafts, clientId, edited))
      .where(and(eq(drafts.organizationId, clientId), eq(drafts.id, draftId)))
      .returning();
    const [row] = await tx.open(sealedDrafts, rows);
    if (row === undefined) throw notFound();
    return toDraft(row);
  });
}

/** A client's drafts, newest first. */
export async function listDrafts(kit: Kit, clientId: string): Promise<Draft[]> {
  const rows = await kit.database.withTenant([clientId], async (tx) => {
    const stored = await tx.db
      .select()
      .from(drafts)
      .where(eq(drafts.organizationId, clientId))
      .orderBy(desc(drafts.createdAt), desc(drafts.id))
      .limit(50);
    return tx.open(sealedDrafts, stored);
  });
  return rows.map(toDraft);
}
