import { sealedColumns } from '@tokenholic/kit';
import { edits, interactions, subjects, versions } from './tables.ts';

export const sealedSubjects = sealedColumns(subjects, { name: {} });
export const sealedInteractions = sealedColumns(interactions, { words: {} });
/** Traits quote the person. */
export const sealedVersions = sealedColumns(versions, { traits: {}, charts: {} });
/** A value is looked up in the statement that takes it back, and is a word of ours more often than not: who said it is sealed. */
export const sealedEdits = sealedColumns(edits, { byName: {} });
