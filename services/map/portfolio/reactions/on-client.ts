import type { Reactions } from '@tokenholic/kit';
import { applyChange } from './change-line.ts';

/** What happens to a client, as far as the portfolio tells it. */
export const onClient: Reactions = {
  'client.created': (tx, event) => applyChange(tx, event, { kind: 'named', name: event.payload.client.name }),
  'client.renamed': (tx, event) => applyChange(tx, event, { kind: 'named', name: event.payload.client.name }),
  'client.assigned': (tx, event) =>
    applyChange(tx, event, { kind: 'assigned', agentId: event.payload.userId }),
  'client.unassigned': (tx, event) =>
    applyChange(tx, event, { kind: 'unassigned', agentId: event.payload.userId }),
  'client.stage_changed': (tx, event) => applyChange(tx, event, { kind: 'moved', stage: event.payload.to }),
  'research.completed': (tx, event) =>
    applyChange(tx, event, { kind: 'researched', industryId: event.payload.industryId }),
};
