import type { CustomField, CustomValue, CustomValues, Language } from '@tokenholic/contracts';
import { formatDate } from '@tokenholic/presentation';

/** A value as one reads it; empty for none. */
export function customText(
  { type }: Pick<CustomField, 'type'>,
  value: CustomValue | undefined,
  language: Language,
): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return language === 'zh' ? (value ? '是' : '否') : value ? 'Yes' : 'No';
  if (Array.isArray(value)) return value.join(language === 'zh' ? '、' : ', ');
  if (type === 'date' && typeof value === 'string') return formatDate(value, language);
  return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value;
}

/** Without the keys that hold nothing. */
export function withoutEmpty(values: CustomValues): CustomValues {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
