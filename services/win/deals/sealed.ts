import { sealedColumns } from '@tokenholic/kit';
import {
  activities,
  advice,
  careSteps,
  changes,
  contacts,
  deals,
  files,
  imports,
  mailboxes,
  mails,
  tasks,
  views,
} from './tables.ts';

/** Mail arrives from an address, and its sender is looked for among the people of every client at once. */
export const sealedContacts = sealedColumns(contacts, {
  ...{ name: {}, phone: {}, notes: {}, custom: {} },
  email: { lookUpBy: 'emailIndex', across: true },
});

export const sealedActivities = sealedColumns(activities, { subject: {}, text: {}, byName: {} });

export const sealedMails = sealedColumns(mails, {
  ...{ sender: {}, recipients: {}, subject: {}, text: {}, why: {} },
});

/** Next steps say whom to call. */
export const sealedTasks = sealedColumns(tasks, { title: {} });

export const sealedMailboxes = sealedColumns(mailboxes, { userName: {} });

/** What stood in a record before it was merged away names the person it was about. */
export const sealedCareSteps = sealedColumns(careSteps, { before: {}, text: {}, byName: {} });

// Names of our own people, as they were when they did it.

/** What a deal is called is searched and sorted by, as what a client is called, and stays as it is. */
export const sealedDeals = sealedColumns(deals, { ownerName: {} });
export const sealedChanges = sealedColumns(changes, { byName: {}, owners: {} });
export const sealedAdvice = sealedColumns(advice, { byName: {}, reason: {} });
export const sealedFiles = sealedColumns(files, { byName: {} });
export const sealedImports = sealedColumns(imports, { userName: {} });
export const sealedViews = sealedColumns(views, { byName: {} });

export const sealedOfDeals = [
  ...[sealedContacts, sealedActivities, sealedMails, sealedMailboxes, sealedCareSteps],
  ...[sealedDeals, sealedChanges, sealedAdvice, sealedFiles, sealedImports, sealedViews],
  sealedTasks,
];
