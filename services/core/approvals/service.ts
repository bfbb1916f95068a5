import { createClock, defineService, type Kit, type MigrationSet, type Service } from '@tokenholic/kit';
import { tendApprovals } from './commands/tend.ts';
import { openLibraryRequest } from './jobs/open-library-request.ts';
import type { ApprovalPorts } from './ports.ts';
import { OPEN_QUEUE, onReplyDecided, onReplyProposed } from './reactions/on-library.ts';
import { approvalRoutes } from './routes.ts';
import { sealedOfApprovals } from './sealed.ts';

export { askForDeal, askForDealAtOnce } from './commands/ask-for-deal.ts';
export { decide } from './commands/decide.ts';
export { withdrawForDeals } from './commands/give-way.ts';
export { type HeldBack, passGate } from './commands/pass-gate.ts';
export { requestApproval } from './commands/request-approval.ts';
export { tendApprovals } from './commands/tend.ts';
export type { ApprovalPorts } from './ports.ts';
export { checkDeal } from './queries/check-deal.ts';

export const approvalsMigrations: MigrationSet = {
  schema: 'approvals',
  folder: new URL('./migrations/', import.meta.url),
};

const LOOK_EVERY_MILLISECONDS = 15_000;

/** Who has to say yes, by when, and who takes over when they do not. */
export function approvalsService(ports: ApprovalPorts) {
  return defineService((kit: Kit): Service => {
    const clock = createClock(kit, 'approvals', LOOK_EVERY_MILLISECONDS, () => tendApprovals(kit, ports));
    return {
      name: 'approvals',
      migrations: approvalsMigrations,
      sealed: sealedOfApprovals,
      publishes: [
        ...(['approval.requested', 'approval.decided', 'approval.withdrawn'] as const),
        ...(['approval.reminded', 'approval.escalated', 'approval.overdue'] as const),
      ],
      consumes: {
        'objection.reply_proposed': onReplyProposed,
        'objection.reply_decided': onReplyDecided,
      },
      routes: approvalRoutes(kit, ports),
      jobs: { [OPEN_QUEUE]: openLibraryRequest(kit, ports) },
      tasks: [],
      start: clock.start,
      stop: clock.stop,
    };
  });
}
