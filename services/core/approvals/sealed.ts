import { sealedColumns } from '@tokenholic/kit';
import { absences, moments, requests } from './tables.ts';

// Who asked, who decided, and what they said to each other.

export const sealedRequests = sealedColumns(requests, {
  ...{ title: {}, detail: {}, requestedByName: {}, steps: {} },
});
export const sealedMoments = sealedColumns(moments, { byName: {}, onBehalfOf: {}, comment: {} });
export const sealedAbsences = sealedColumns(absences, { userName: {}, standInName: {} });

export const sealedOfApprovals = [sealedRequests, sealedMoments, sealedAbsences];
