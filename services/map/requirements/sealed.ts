import { sealedColumns } from '@tokenholic/kit';
import { drafts } from './tables.ts';

/** Who wrote the requirements, who handed them back, and what they wrote beside them. */
export const sealedDrafts = sealedColumns(drafts, { createdBy: {}, returnedBy: {}, comment: {} });
