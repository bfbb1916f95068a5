import { sealedColumns } from '@tokenholic/kit';
import { clients, drafts, tasks, timeline } from './tables.ts';
import { notices } from './tables-notices.ts';

// What the workspace tells of people is a copy of what events said: it lies sealed as they do.

export const sealedTimeline = sealedColumns(timeline, { title: {}, text: {} });
export const sealedTasks = sealedColumns(tasks, { title: {}, reason: {}, outcome: {}, feedback: {} });
export const sealedDrafts = sealedColumns(drafts, {
  ...{ subject: {}, body: {} },
  ...{ editedSubject: {}, editedBody: {} },
});
export const sealedNotices = sealedColumns(notices, { text: {} });
/** The last line of each client; the client's own name is searched for and stays as it is. */
export const sealedClients = sealedColumns(clients, { lastZh: {}, lastEn: {} });

export const sealedOfCopilot = [sealedTimeline, sealedTasks, sealedDrafts, sealedNotices, sealedClients];
