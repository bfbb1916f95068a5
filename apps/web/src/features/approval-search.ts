import type { ApprovalView } from '@tokenholic/contracts';

export interface ApprovalSearch {
  view?: ApprovalView;
  /** The request that is open. */
  id?: string;
}

const VIEWS: readonly ApprovalView[] = ['mine', 'asked', 'open', 'closed'];

/** What of the address the inbox of approvals reads. */
export function readApprovalSearch(search: Record<string, unknown>): ApprovalSearch {
  const view = VIEWS.find((one) => one === search.view);
  return {
    ...(view === undefined ? {} : { view }),
    ...(typeof search.id === 'string' ? { id: search.id } : {}),
  };
}
