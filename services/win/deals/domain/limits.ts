/** Cards drawn in one column of the pipeline; the table has the rest. */
export const COLUMN_CARDS = 25;
