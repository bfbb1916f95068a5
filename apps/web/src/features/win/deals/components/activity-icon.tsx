import type { ActivityKind } from '@tokenholic/contracts';
import { Mail, NotebookPen, Phone, Users } from 'lucide-react';

const ICONS = { call: Phone, meeting: Users, email: Mail, note: NotebookPen } as const;

export function ActivityIcon({ kind }: { kind: ActivityKind }) {
  const Icon = ICONS[kind];
  return <Icon aria-hidden className="size-3.5 shrink-0" />;
}
