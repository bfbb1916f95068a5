/** Days without a word after which an open deal counts as stalled. */
export const STALLED_AFTER_DAYS = 14;

/** Cards drawn in one column of the pipeline; the table has the rest. */
export const COLUMN_CARDS = 25;
