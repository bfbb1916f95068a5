import { z } from 'zod';
import { localizedTextSchema } from './language.ts';

/** What a column of a table of deals can hold; `custom:KEY` is a field of the organisation's own. */
export const importFieldSchema = z.union([
  z.enum([
    ...(['client', 'title', 'amount', 'currency', 'stage', 'close_date', 'created'] as const),
    ...(['source', 'products', 'competitors', 'reason'] as const),
    ...(['contact_name', 'contact_title', 'contact_email', 'contact_role', 'ignore'] as const),
  ]),
  z.templateLiteral(['custom:', z.string().regex(/^[a-z][a-z0-9_]{0,39}$/)]),
]);
export type ImportField = z.infer<typeof importFieldSchema>;

export const importMappingSchema = z.object({
  /** One for each column of the file. */
  columns: z.array(importFieldSchema).max(100),
  /** For all lines, when no column names the client. */
  clientId: z.uuid().nullable(),
  /** How 3/4/2026 is meant; auto: as the column itself shows. */
  dates: z.enum(['auto', 'month_first', 'day_first']),
});
export type ImportMapping = z.infer<typeof importMappingSchema>;

export const importLineProblemSchema = z.object({
  /** As counted in the file, the heading being line 1. */
  line: z.number().int(),
  text: localizedTextSchema,
});
export type ImportLineProblem = z.infer<typeof importLineProblemSchema>;

export const importReportSchema = z.object({
  ready: z.number().int(),
  duplicates: z.number().int(),
  wrong: z.number().int(),
  amountCny: z.number(),
  problems: z.array(importLineProblemSchema),
  notes: z.array(localizedTextSchema),
});
export type ImportReport = z.infer<typeof importReportSchema>;

export const dealImportSchema = z
  .object({
    id: z.uuid(),
    fileName: z.string(),
    encoding: z.string(),
    status: z.enum(['uploaded', 'running', 'done', 'undone']),
    headings: z.array(z.string()),
    /** The first lines, to choose the columns by. */
    sample: z.array(z.array(z.string())),
    lines: z.number().int(),
    /** Lines read so far. */
    position: z.number().int(),
    created: z.number().int(),
    skipped: z.number().int(),
    wrong: z.number().int(),
    /** Undone, but kept because somebody has worked on them since. */
    kept: z.number().int(),
    mapping: importMappingSchema,
    at: z.iso.datetime(),
  })
  .meta({ id: 'DealImport' });
export type DealImport = z.infer<typeof dealImportSchema>;
