import { sealedColumns } from '@tokenholic/kit';
import { activities, careSteps, contacts, mailboxes, mails } from './tables.ts';

/** Mail arrives from an address, and its sender is looked for among the people of every client at once. */
export const sealedContacts = sealedColumns(contacts, {
  ...{ name: {}, phone: {}, notes: {}, custom: {} },
  email: { lookUpBy: 'emailIndex', across: true },
});

export const sealedActivities = sealedColumns(activities, { subject: {}, text: {}, byName: {} });

export const sealedMails = sealedColumns(mails, {
  ...{ sender: {}, recipients: {}, subject: {}, text: {}, why: {} },
});

export const sealedMailboxes = sealedColumns(mailboxes, { userName: {} });

/** What stood in a record before it was merged away names the person it was about. */
export const sealedCareSteps = sealedColumns(careSteps, { before: {}, text: {} });

export const sealedOfDeals = [
  ...[sealedContacts, sealedActivities, sealedMails, sealedMailboxes, sealedCareSteps],
];
