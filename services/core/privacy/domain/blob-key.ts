/** The key of the file a row stands for: `materials/{id}` with the row's own values. */
export function blobKey(pattern: string, row: Readonly<Record<string, unknown>>): string {
  return pattern.replace(/\{(\w+)\}/g, (_, column: string) => String(row[column]));
}
