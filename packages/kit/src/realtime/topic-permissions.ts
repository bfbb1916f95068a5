import type { Permission, Topic } from '@tokenholic/contracts';

/**
 * What one must be allowed to hear of a topic, beside being allowed the organisation: the permission that reads the same
 * things over the API. People of a client have their organisation, and none of what its seller thinks of it.
 */
export const topicPermissions: Readonly<Record<Topic, Permission>> = {
  client_events: 'client.read',
  research_events: 'client.read',
  battlemap_events: 'client.read',
  copilot_events: 'copilot.use',
  approval_events: 'approval.use',
  enablement_events: 'copilot.use',
  requirement_events: 'client.read',
  objection_events: 'copilot.use',
  deal_events: 'deal.read',
  persona_events: 'deal.read',
  knowledge_events: 'knowledge.read',
  solution_events: 'knowledge.read',
  budget_events: 'settings.manage',
};
