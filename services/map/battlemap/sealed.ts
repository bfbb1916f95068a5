import { sealedColumns } from '@tokenholic/kit';
import { edits, shareLinks } from './tables.ts';

/** Who of us made it. Edits are replayed whenever a map is read. */
export const sealedEdits = sealedColumns(edits, { madeBy: {} }, { remembered: true });
export const sealedShareLinks = sealedColumns(shareLinks, { createdBy: {} });
