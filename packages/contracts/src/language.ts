import { z } from 'zod';

/** The two languages of every screen, document and message. */
export const languageSchema = z.enum(['zh', 'en']);
export type Language = z.infer<typeof languageSchema>;

/** The same text in both languages, written separately, never machine-mirrored at run time. */
export const localizedTextSchema = z.object({ zh: z.string(), en: z.string() });
export type LocalizedText = z.infer<typeof localizedTextSchema>;
