import { sealedColumns } from '@tokenholic/kit';
import { invitations } from './tables.ts';

/** Whose address it is, an invitation alone knows until it is accepted. */
export const sealedInvitations = sealedColumns(invitations, { email: { lookUpBy: 'emailIndex' } });
