/** Cells side by side, one row a line; a formula is whatever value stands in its cell. */
export function rowsToText(rows: readonly (readonly unknown[])[]): string {
  return rows
    .map((row) =>
      row
        .map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '')).trim())
        .join(' | '),
    )
    .filter((line) => /[^\s|]/.test(line))
    .join('\n');
}
