import { sealedColumns } from '@tokenholic/kit';
import { library, objections } from './tables.ts';

/** What a client said against an offer, and what it was answered. */
export const sealedObjections = sealedColumns(objections, {
  ...{ text: {}, replies: {}, sent: {}, createdBy: {} },
});
/** Who shared a reply and who decided on it; the reply itself is made for everybody. The list of them is read with each objection. */
export const sealedLibrary = sealedColumns(
  library,
  { proposedBy: {}, decidedBy: {}, reason: {} },
  { remembered: true },
);
