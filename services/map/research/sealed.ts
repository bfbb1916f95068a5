import { sealedColumns } from '@tokenholic/kit';
import { profileEdits, reviews, schedules } from './tables.ts';

// Who of us said it.

export const sealedReviews = sealedColumns(reviews, { reviewedBy: {} });
export const sealedProfileEdits = sealedColumns(profileEdits, { editedBy: {} });
export const sealedSchedules = sealedColumns(schedules, { setBy: {} });
