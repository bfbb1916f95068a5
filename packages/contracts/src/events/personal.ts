import type { EventType } from './registry.ts';

/**
 * Fields of events that say who somebody is, how to reach them or what they said. They stand sealed in the log and on every
 * way it takes, and are opened where an event is read for its organisation. `[]` goes through every element of a list; a
 * field that is an object is taken whole.
 */
export const personalFields: { readonly [N in EventType]?: readonly string[] } = {
  'client.created': ['research.notes'],
  'client.assigned': ['name'],
  'client.unassigned': ['name'],
  'client.handoff_proposed': ['note'],
  'client.handoff_returned': ['reason'],
  'client.specialist_invited': ['name', 'question'],
  'client.specialist_returned': ['name', 'note'],
  // What is asked for is said in a person's own words, unless it is a deal's title.
  'approval.requested': ['title', 'by.name'],
  'approval.decided': ['title', 'by.name', 'onBehalfOf', 'comment'],
  'approval.withdrawn': ['title', 'by.name'],
  'approval.reminded': ['title'],
  'approval.escalated': ['title'],
  'approval.overdue': ['title'],
  'map.shared': ['by'],
  'map.edited': ['by'],
  'requirements.sent': ['by'],
  'requirements.returned': ['by'],
  'deal.won': ['outcome.text'],
  'deal.lost': ['outcome.text'],
  'contact.saved': ['headline', 'name', 'title', 'email', 'phone', 'notes', 'custom'],
  'contact.merged': ['headline'],
  'contact.merge_undone': ['headline'],
  'contact.removed': ['headline'],
  'contact.role_changed': ['headline'],
  'activity.logged': ['headline', 'subject', 'text', 'people[].name', 'turns[].text'],
  'deal.task_added': ['headline', 'title'],
  'deal.task_done': ['headline', 'title'],
  'deal.advice_decided': ['reason'],
  'persona.updated': ['headline', 'traits'],
  'persona.removed': ['headline'],
  'objection.raised': ['text'],
  'objection.reply_proposed': ['text', 'by.name'],
  'objection.reply_decided': ['by.name'],
  'task.created': ['title', 'reason'],
  'task.decided': ['title', 'feedback'],
  'draft.written': ['subject'],
  'practice.assigned': ['person', 'by'],
  'practice.assignment_done': ['person'],
  'practice.handed_in': ['person'],
  'practice.corrected': ['by'],
  'practice.certified': ['person'],
};
