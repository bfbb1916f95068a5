import { sealedColumns } from '@tokenholic/kit';
import { drafts } from './tables.ts';

/** Who handed the requirements back, and what they wrote beside them. */
export const sealedDrafts = sealedColumns(drafts, { returnedBy: {}, comment: {} });
