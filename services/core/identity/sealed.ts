import { sealedColumns } from '@tokenholic/kit';
import { invitations, specialistRequests, users } from './tables.ts';
import { mails, people, sessions } from './tables-accounts.ts';

/** What the people of an organisation, and its services, are called. Many commands ask for everybody's name again and again. */
export const sealedUsers = sealedColumns(users, { nameZh: {}, nameEn: {} }, { remembered: true });

/** Whose address it is, an invitation alone knows until it is accepted. */
export const sealedInvitations = sealedColumns(invitations, { email: { lookUpBy: 'emailIndex' } });

/** Accounts and the mails to them belong to no organisation: the accounts' own door seals and opens them. */
export const sealedPeople = sealedColumns(people, { name: {}, email: {} }, { own: true });
/** From where and with what somebody signed in. */
export const sealedSessions = sealedColumns(sessions, { ipAddress: {}, userAgent: {} }, { own: true });
export const sealedMails = sealedColumns(
  mails,
  { recipient: {}, subject: {}, body: {}, error: {} },
  { own: true },
);

/** What is asked about a client, and answered. */
export const sealedSpecialistRequests = sealedColumns(specialistRequests, { question: {}, note: {} });
