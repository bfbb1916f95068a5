import type { EventEnvelope } from '@tokenholic/contracts';
import { z } from 'zod';
import type { DataKeys, TenantReader } from '../encryption/data-keys.ts';
import type { SealedTable } from '../encryption/sealed-columns.ts';
import { openValue, sealValue, versionOf } from '../encryption/sealed-value.ts';
import { personalTypes, putPersonalParts, takePersonalParts } from './personal-parts.ts';

/** What events say of people stands in one sealed column beside the payload. */
export const sealedEvents: SealedTable = {
  name: 'kit.events',
  ...{ own: false, remembered: false },
  key: ['seq'],
  columns: [{ property: 'personal', column: 'personal', kind: 'text', index: null }],
};

const placeOf = (organizationId: string) => ({ table: 'kit.events', column: 'personal', organizationId });
const partsSchema = z.array(z.tuple([z.array(z.union([z.string(), z.number()])), z.unknown()]));

export interface StoredPayload {
  payload: unknown;
  /** Null where a type has no personal fields, empty where one event had nothing in them. */
  personal: string | null;
  fields: string | null;
}

/** A payload as it is stored and sent on: what is personal apart, under the organisation's key. */
export async function sealPayload(
  keys: DataKeys,
  tx: TenantReader,
  organizationId: string,
  type: string,
  whole: unknown,
): Promise<StoredPayload> {
  const fields = personalTypes[type];
  if (fields === undefined) return { payload: whole, personal: null, fields: null };
  const { payload, parts } = takePersonalParts(type, whole);
  if (parts.length === 0) return { payload, personal: '', fields };
  const { version, key } = await keys.newest(tx, organizationId);
  const personal = sealValue(key, version, placeOf(organizationId), JSON.stringify(parts));
  return { payload, personal, fields };
}

/** The payload as it was published. Fails once the organisation's keys are gone. */
export async function openPayload(
  keys: DataKeys,
  tx: TenantReader,
  organizationId: string,
  { payload, personal }: { payload: unknown; personal?: string | null | undefined },
): Promise<unknown> {
  if (personal === undefined || personal === null || personal === '') return payload;
  const version = versionOf(personal);
  if (version === null) throw new Error('What is personal in an event is not sealed');
  const key = await keys.find(tx, organizationId, version);
  const parts = partsSchema.parse(JSON.parse(openValue(key, placeOf(organizationId), personal)));
  return putPersonalParts(payload, parts);
}

/** An envelope as its readers get it. */
export async function openEnvelope(
  keys: DataKeys,
  tx: TenantReader,
  { personal, ...envelope }: EventEnvelope,
): Promise<EventEnvelope> {
  const payload = await openPayload(keys, tx, envelope.organizationId, {
    payload: envelope.payload,
    personal,
  });
  return { ...envelope, payload };
}
