import type { LifecycleStage, PortfolioFigures } from '@tokenholic/contracts';
import { date, jsonb, pgSchema, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { ListedAgent, MapLine } from './domain/client-line.ts';

const portfolio = pgSchema('portfolio');

export const clients = portfolio.table('clients', {
  organizationId: uuid('organization_id').primaryKey(),
  name: text('name').notNull(),
  stage: text('stage').$type<LifecycleStage>().notNull(),
  industryId: text('industry_id'),
  agents: jsonb('agents').$type<ListedAgent[]>().notNull(),
  map: jsonb('map').$type<MapLine>(),
  changedAt: timestamp('changed_at', { withTimezone: true }).notNull(),
});

export const days = portfolio.table(
  'days',
  {
    organizationId: uuid('organization_id').notNull(),
    day: date('day').notNull(),
    figures: jsonb('figures').$type<PortfolioFigures>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.day] })],
);
