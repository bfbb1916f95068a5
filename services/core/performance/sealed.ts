import { sealedColumns } from '@tokenholic/kit';
import { answers, objectives } from './tables.ts';

export const sealedObjectives = sealedColumns(objectives, { setByName: {}, note: {} });
/** What somebody says of advice to themselves. */
export const sealedAnswers = sealedColumns(answers, { feedback: {} });
