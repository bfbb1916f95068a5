import type { NoticeKind } from '@tokenholic/contracts';

const BY_TYPE: Readonly<Record<string, NoticeKind>> = {
  'task.created': 'escalation',
  'task.overdue': 'deadline',
  'client.handoff_proposed': 'handoff',
  'client.handoff_returned': 'handoff',
  'client.stage_changed': 'handoff',
  'client.assigned': 'handoff',
};

const BY_TOPIC: readonly [RegExp, NoticeKind][] = [
  [/^approval/, 'approval'],
  [/^budget/, 'budget'],
  [/^deal/, 'deal'],
  [/^research/, 'research'],
  [/^(battlemap|requirement)/, 'map'],
  [/^(knowledge|solution)/, 'knowledge'],
];

/** What a notice of this event is about. */
export function noticeKindOf(topic: string, type: string): NoticeKind {
  return BY_TYPE[type] ?? BY_TOPIC.find(([pattern]) => pattern.test(topic))?.[1] ?? 'other';
}
