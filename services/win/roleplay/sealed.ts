import { sealedColumns } from '@tokenholic/kit';
import { assignments, certificates, clientObjections, overrides, sessions } from './tables.ts';

// Who practised, who asked for it and who judged it, with what they say of it.

export const sealedSessions = sealedColumns(sessions, { seller: {} });
export const sealedOverrides = sealedColumns(overrides, { by: {}, reason: {} });
export const sealedAssignments = sealedColumns(assignments, { person: {}, by: {}, note: {} });
export const sealedCertificates = sealedColumns(certificates, { person: {} });
/** What a client said against an offer, as it is in the objections themselves. */
export const sealedClientObjections = sealedColumns(clientObjections, { text: {} });

export const sealedOfRoleplay = [
  ...[sealedSessions, sealedOverrides, sealedAssignments, sealedCertificates, sealedClientObjections],
];
