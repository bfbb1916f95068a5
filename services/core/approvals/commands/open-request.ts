import type { ApprovalPerson, ApprovalQuestion, LocalizedText } from '@tokenholic/contracts';
import type { Kit } from '@tokenholic/kit';
import { eq } from 'drizzle-orm';
import { columnsOf } from '../domain/columns.ts';
import { refused } from '../domain/failures.ts';
import { begin } from '../domain/request-state.ts';
import { decidersFor, routing } from '../domain/routing.ts';
import type { ApprovalPorts } from '../ports.ts';
import { readSettings } from '../queries/settings.ts';
import { sealedRequests } from '../sealed.ts';
import { type RequestRow, requests } from '../tables.ts';
import { note, placesOf, tellRequested } from './keep.ts';

export interface NewRequest extends ApprovalQuestion {
  id: string;
  vendorId: string;
  clientId: string | null;
  title: LocalizedText;
  detail: string;
  subjectId: string | null;
  by: ApprovalPerson;
}

/** Asks for a yes: finds the route and starts the clock. Idempotent by the caller's id. */
export async function openRequest(kit: Kit, ports: ApprovalPorts, request: NewRequest): Promise<RequestRow> {
  const { id, vendorId, clientId, by } = request;
  const settings = await readSettings(kit, vendorId);
  const people = await ports.people(vendorId);
  const clientName = clientId === null ? null : await ports.clientName(clientId);
  const route = routing(settings, request, decidersFor(people, by.id));
  if (route.rule === null) throw refused('not_needed');
  const now = kit.now();
  const { calendar, ladder } = settings;
  const state = begin(route.steps, { now, calendar, ladder });
  const { type, title, detail, amountCny, discountPercent, personalData, subjectId } = request;
  return kit.database.withTenant(placesOf({ organizationId: vendorId, clientId }), async (tx) => {
    const row: RequestRow = {
      ...{ id, organizationId: vendorId, clientId, clientName, type, title, detail },
      ...{ amountCny, discountPercent, personalData, subjectId, risk: route.risk },
      ...{ requestedBy: by.id, requestedByName: by.name, revision: 1, createdAt: now },
      ...columnsOf(state, now),
    };
    const made = await tx.db
      .insert(requests)
      .values(await tx.seal(sealedRequests, vendorId, row))
      .onConflictDoNothing()
      .returning({ id: requests.id });
    if (made.length === 0) {
      const stored = await tx.db.select().from(requests).where(eq(requests.id, id));
      const [known] = await tx.open(sealedRequests, stored);
      if (known?.requestedBy !== by.id) throw refused('already_asked');
      return known;
    }
    const word = { by, onBehalfOf: null, comment: detail };
    await note(tx, row, { kind: 'requested', role: row.role }, word, now);
    await tellRequested(tx, row, state);
    return row;
  });
}
