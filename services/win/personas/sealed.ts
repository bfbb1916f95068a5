import { sealedColumns } from '@tokenholic/kit';
import { edits, interactions, subjects, versions } from './tables.ts';

export const sealedSubjects = sealedColumns(subjects, { name: {} });
export const sealedInteractions = sealedColumns(interactions, { words: {} });
/** Traits quote the person. */
export const sealedVersions = sealedColumns(versions, { traits: {}, charts: {} });
/** What was said of somebody, and who of us said it. */
export const sealedEdits = sealedColumns(edits, { byName: {}, value: {} });
