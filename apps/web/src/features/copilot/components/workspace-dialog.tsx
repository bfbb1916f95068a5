import type { WorkTask } from '@tokenholic/contracts';
import { AuditDialog } from './audit-dialog';
import { DraftDialog } from './draft-dialog';
import { NewTaskDialog } from './new-task-dialog';
import type { Answer } from './task-answer';
import { TaskDialog } from './task-dialog';
import { TeamDialog } from './team-dialog';

/** Which dialog is open, and for what. */
export type Opened =
  | { kind: 'answer'; task: WorkTask; answer: Answer | null }
  | { kind: 'task'; clientId: string }
  | { kind: 'draft'; clientId: string }
  | { kind: 'escalate'; clientId: string }
  | { kind: 'handoff'; clientId: string }
  | { kind: 'audit'; clientId: string };

interface WorkspaceDialogProps {
  opened: Opened | null;
  onOpen: (opened: Opened | null) => void;
}

export function WorkspaceDialog({ opened, onOpen }: WorkspaceDialogProps) {
  if (opened === null) return null;
  const close = () => onOpen(null);
  if (opened.kind === 'draft') return <DraftDialog clientId={opened.clientId} onClose={close} />;
  if (opened.kind === 'audit') return <AuditDialog clientId={opened.clientId} onClose={close} />;
  if (opened.kind === 'handoff') return <TeamDialog clientId={opened.clientId} onClose={close} />;
  if (opened.kind === 'escalate')
    return <NewTaskDialog clientId={opened.clientId} escalation onClose={close} />;
  if (opened.kind === 'task')
    return <NewTaskDialog clientId={opened.clientId} escalation={false} onClose={close} />;
  return <TaskDialog task={opened.task} answer={opened.answer} onClose={close} onOpen={onOpen} />;
}
