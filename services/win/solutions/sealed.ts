import { sealedColumns } from '@tokenholic/kit';
import { runs, versions } from './tables.ts';

// Who had it written, and what they said of it.

export const sealedVersions = sealedColumns(versions, { by: {}, feedback: {}, reason: {} });
export const sealedRuns = sealedColumns(runs, { by: {}, request: {} });
