import type { DealCoach } from '@tokenholic/contracts';
import type { Kit, Principal, TenantTransaction } from '@tokenholic/kit';
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { advise } from '../domain/coach/advise.ts';
import { isHidden } from '../domain/coach/decided.ts';
import { driverText } from '../domain/coach/driver-text.ts';
import { estimateDeal } from '../domain/coach/estimate-deal.ts';
import { featuresOf } from '../domain/coach/features.ts';
import { meddiccOf } from '../domain/coach/meddicc.ts';
import type { DealPicture } from '../domain/coach/picture.ts';
import { risksOf } from '../domain/coach/risks.ts';
import { driversOf } from '../domain/coach/win-model.ts';
import { isOpen } from '../domain/deal.ts';
import { type StageBook, stageBook } from '../domain/settings/stages.ts';
import { sealedActivities, sealedAdvice, sealedContacts, sealedTasks } from '../sealed.ts';
import { activities, advice, changes, contacts, type DealRow, dealContacts, tasks } from '../tables.ts';
import { findDeal, withClients } from './deal-access.ts';
import { readSettings } from './settings.ts';
import { winModelOf } from './win-model.ts';

const LOOKED_AT = 60;

/** What the coach makes of a deal now: its chance, what moves it, what could cost it and what to do next. */
export async function readCoach(kit: Kit, principal: Principal, dealId: string): Promise<DealCoach> {
  const now = kit.now();
  const book = stageBook(await readSettings(kit, principal));
  return withClients(kit, principal, async (tx) => {
    const deal = await findDeal(tx, dealId);
    const model = await winModelOf(kit, principal, tx);
    const picture = await pictureOf(tx, deal, book);
    const features = featuresOf(deal, now);
    const risks = risksOf(picture, now);
    const decided = await tx.db
      .select()
      .from(advice)
      .where(eq(advice.dealId, dealId))
      .orderBy(desc(advice.at), desc(advice.id))
      .limit(100);
    const history = await tx.open(sealedAdvice, decided);
    const drivers = model.kind === 'model' && picture.stage !== 'won' && picture.stage !== 'lost';
    return {
      estimate: estimateDeal(model, deal.stage, features, book),
      drivers: drivers
        ? driversOf(model, features, 6).map(({ feature, value, points }) => ({
            text: driverText(feature, value !== 0, book.nameOf),
            points,
          }))
        : [],
      risks,
      meddicc: isOpen(deal.stage) ? meddiccOf(picture) : [],
      advice: advise(picture, risks, features, model, now).filter(
        ({ kind }) => !isHidden(kind, history, now),
      ),
      history: history.map(({ id, kind, decision, reason, until, byName, at }) => ({
        ...{ id, kind, decision, reason, until, by: byName },
        at: at.toISOString(),
      })),
      engine: { via: 'rules', model: null, reason: null },
    };
  });
}

export async function pictureOf(tx: TenantTransaction, deal: DealRow, book: StageBook): Promise<DealPicture> {
  const people = await tx.db
    .select({
      ...{ organizationId: contacts.organizationId, name: contacts.name, role: dealContacts.role },
      lastAt: sql<string | null>`(select max(a.occurred_at)::text from deals.activities a
        where a.deal_id = ${deal.id} and a.contact_ids @> array[${contacts.id}])`,
    })
    .from(dealContacts)
    .innerJoin(contacts, eq(contacts.id, dealContacts.contactId))
    .where(eq(dealContacts.dealId, deal.id))
    .orderBy(asc(dealContacts.addedAt));
  const stored = await tx.db
    .select()
    .from(activities)
    .where(eq(activities.dealId, deal.id))
    .orderBy(desc(activities.occurredAt))
    .limit(LOOKED_AT);
  const said = await tx.open(sealedActivities, stored);
  const planned = await tx.db
    .select({ organizationId: tasks.organizationId, title: tasks.title, dueOn: tasks.dueOn })
    .from(tasks)
    .where(and(eq(tasks.dealId, deal.id), isNull(tasks.doneAt)))
    .orderBy(asc(tasks.dueOn));
  const steps = (await tx.open(sealedTasks, planned)).map(({ title, dueOn }) => ({ title, dueOn }));
  const pushes = await tx.db
    .select()
    .from(changes)
    .where(and(eq(changes.dealId, deal.id), eq(changes.kind, 'close_date')))
    .orderBy(desc(changes.at));
  const { title, closeDate, createdAt, stageSince, competitors } = deal;
  return {
    ...{ stage: book.meaningOf(deal.stage), rottingDays: book.rottingDaysOf(deal.stage) },
    ...{ title, closeDate, createdAt, stageSince, competitors, steps },
    said: said.map((row) => ({ ...row, at: row.occurredAt })),
    people: (await tx.open(sealedContacts, people)).map(({ lastAt, organizationId: _, ...person }) => ({
      ...person,
      lastAt: lastAt === null ? null : new Date(lastAt),
    })),
    pushes: pushes
      .filter(({ before, after }) => (before ?? '') < after)
      .map(({ before, after, at }) => ({ from: before ?? '', to: after, at })),
  };
}
