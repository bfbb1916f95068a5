import {
  createClock,
  defineService,
  type Kit,
  type MigrationSet,
  type Service,
  type ServiceRoutes,
} from '@tokenholic/kit';
import type { Llm } from '@workflow/llm-sdk';
import { createImapSource } from './adapters/imap-source.ts';
import { findPatterns } from './commands/find-patterns.ts';
import { ASK_QUEUE, askForDeals } from './jobs/ask-for-deals.ts';
import { importDeals } from './jobs/import-deals.ts';
import { WITHDRAW_QUEUE, withdrawAsking } from './jobs/withdraw-asking.ts';
import type { DealApprovals, MailSource, MayRecord, PatternPorts } from './ports.ts';
import { onClient } from './reactions/on-client.ts';
import { dealRoutes } from './routes.ts';
import { careRoutes } from './routes-care.ts';
import { coachRoutes } from './routes-coach.ts';
import { contactRoutes } from './routes-contacts.ts';
import { exportRoutes } from './routes-export.ts';
import { fileRoutes } from './routes-files.ts';
import { importRoutes } from './routes-import.ts';
import { mailRoutes } from './routes-mail.ts';
import { settingsRoutes } from './routes-settings.ts';
import { sealedOfDeals } from './sealed.ts';

export { createImapSource } from './adapters/imap-source.ts';
export { changeDeal } from './commands/change-deal.ts';
export { createDeal } from './commands/create-deal.ts';
export { logActivity } from './commands/log-activity.ts';
export { moveDeal } from './commands/move-deal.ts';
export { planStep } from './commands/plan-step.ts';
export { addContact } from './commands/save-contact.ts';
export { setRole } from './commands/set-role.ts';
export { type DealApprovals, everybodyAgreed, withoutApprovals } from './ports.ts';
export { hasDeal } from './queries/deal-access.ts';
export { contactsAt, reachOf } from './queries/reach.ts';
export { sealedContacts } from './sealed.ts';

export const dealsMigrations: MigrationSet = {
  schema: 'deals',
  folder: new URL('./migrations/', import.meta.url),
};

const PATTERNS_EVERY = 5 * 60_000;

/**
 * Deals of a client, the people who decide on them, what was said and what comes next. Patterns over all of them are looked
 * for where it is known whose they are.
 */
export function dealsService(
  llm: Llm,
  approvals: DealApprovals,
  mayRecord: MayRecord,
  source: MailSource = createImapSource(),
  patterns: PatternPorts | null = null,
) {
  return defineService((kit: Kit): Service => {
    const clock =
      patterns === null
        ? null
        : createClock(kit, 'deal patterns', PATTERNS_EVERY, () => findPatterns(kit, patterns));
    return {
      name: 'deals',
      migrations: dealsMigrations,
      sealed: sealedOfDeals,
      publishes: [
        ...(['deal.created', 'deal.changed', 'deal.stage_changed', 'deal.won', 'deal.lost'] as const),
        ...(['contact.saved', 'contact.removed', 'contact.role_changed', 'activity.logged'] as const),
        ...(['contact.merged', 'contact.merge_undone', 'deal.merged', 'deal.merge_undone'] as const),
        ...(['deal.file_added', 'deal.file_removed', 'deal.pattern_found'] as const),
        ...([
          'deal.task_added',
          'deal.task_done',
          'deal.advice_decided',
          'deal.imported',
          'deal.import_undone',
        ] as const),
      ],
      consumes: { 'client.created': onClient, 'client.renamed': onClient },
      routes: inTurn([
        ...[dealRoutes(kit, approvals), contactRoutes(kit), coachRoutes(kit), importRoutes(kit)],
        ...[
          settingsRoutes(kit),
          fileRoutes(kit, llm, mayRecord),
          mailRoutes(kit, source),
          careRoutes(kit, approvals),
          exportRoutes(kit),
        ],
      ]),
      jobs: {
        'deals.import': (data, context) => importDeals(kit, data, context),
        [ASK_QUEUE]: askForDeals(kit, approvals),
        [WITHDRAW_QUEUE]: withdrawAsking(approvals),
      },
      tasks: ['deals.action_items'],
      start: async () => clock?.start(),
      stop: async () => clock?.stop(),
    };
  });
}

/** Each group of routes once the one before it stands. */
function inTurn(groups: readonly ServiceRoutes[]): ServiceRoutes {
  return (app, options, done) => {
    const [first, ...rest] = groups;
    if (first === undefined) return done();
    first(app, options, () => inTurn(rest)(app, options, done));
  };
}
