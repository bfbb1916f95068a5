import type { ConnectionPurpose, TokenPrice } from '@tokenholic/contracts';
import { integer, jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const settings = pgSchema('settings');

export const connections = settings.table('connections', {
  id: uuid('id').primaryKey(),
  organizationId: uuid('organization_id').notNull(),
  purpose: text('purpose').$type<ConnectionPurpose>().notNull(),
  kind: text('kind').notNull(),
  model: text('model'),
  baseUrl: text('base_url'),
  price: jsonb('price').$type<TokenPrice>(),
  position: integer('position').notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
});
