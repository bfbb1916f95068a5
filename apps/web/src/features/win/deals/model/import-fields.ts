import type { ImportField } from '@tokenholic/contracts';

export const importFields: readonly ImportField[] = [
  ...(['ignore', 'client', 'title', 'amount', 'currency', 'stage', 'close_date', 'created'] as const),
  ...(['source', 'products', 'competitors', 'reason'] as const),
  ...(['contact_name', 'contact_title', 'contact_email', 'contact_role'] as const),
];

/** Each field is held by one column: choosing it for another takes it from the first. */
export function withColumn(columns: readonly ImportField[], at: number, field: ImportField): ImportField[] {
  return columns.map((before, index) => {
    if (index === at) return field;
    return before === field && field !== 'ignore' ? 'ignore' : before;
  });
}
