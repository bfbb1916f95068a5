import type { CustomField, CustomValue, CustomValues, LocalizedText } from '@tokenholic/contracts';
import { type DateOrder, dayOf } from '../import/values.ts';
import { customWrong } from './failures.ts';

const both = (zh: string, en: string): LocalizedText => ({ zh, en });

/** Fields that forms ask for. */
export const fieldsFor = (fields: readonly CustomField[], of: CustomField['of']): CustomField[] =>
  fields.filter((field) => field.of === of && !field.retired);

const empty = (value: CustomValue | undefined) =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/**
 * What is kept of what was filled in. Retired fields keep what they had; a key that nobody knows is left out. Throws at a
 * value that its field cannot hold, and at a required field that is empty.
 */
export function checkCustom(
  fields: readonly CustomField[],
  of: CustomField['of'],
  given: CustomValues,
  before: CustomValues,
): CustomValues {
  const kept: CustomValues = {};
  for (const field of fields) {
    if (field.of !== of) continue;
    const value = field.retired ? before[field.key] : given[field.key];
    if (empty(value)) {
      if (field.required && !field.retired) throw customWrong(field.name, both('必填', 'must be filled in'));
      continue;
    }
    if (value === undefined) continue;
    const wrong = field.retired ? null : wrongIn(field, value, before[field.key]);
    if (wrong !== null) throw customWrong(field.name, wrong);
    kept[field.key] = value;
  }
  return kept;
}

/** Why a value does not fit its field; null when it does. What already stood there is never refused. */
export function wrongIn(
  { type, options }: Pick<CustomField, 'type' | 'options'>,
  value: CustomValue,
  before?: CustomValue,
): LocalizedText | null {
  if (JSON.stringify(value) === JSON.stringify(before)) return null;
  switch (type) {
    case 'text':
      return typeof value === 'string' ? null : both('应是文字', 'must be text');
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
        ? null
        : both('应是数字', 'must be a number');
    case 'yes_no':
      return typeof value === 'boolean' ? null : both('应是“是”或“否”', 'must be yes or no');
    case 'date':
      return typeof value === 'string' && dayOf(value, 'month_first') === value
        ? null
        : both('应是日期', 'must be a date');
    case 'link':
      return typeof value === 'string' && isWebAddress(value)
        ? null
        : both(
            '应是以 http:// 或 https:// 开头的网址',
            'must be an address that begins with http:// or https://',
          );
    case 'choice':
      return typeof value === 'string' && options.includes(value)
        ? null
        : both(`不在选项之中：${options.join('、')}`, `is none of the options: ${options.join(', ')}`);
    case 'choices':
      return Array.isArray(value) && value.every((one) => options.includes(one))
        ? null
        : both(
            `不在选项之中：${options.join('、')}`,
            `has something outside the options: ${options.join(', ')}`,
          );
  }
}

/** Only the web: `javascript:` and the like never become a link. */
function isWebAddress(text: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol);
  } catch {
    return false;
  }
}

const YES = /^(是|有|对|y|yes|true|1|✓|是 \/ yes)$/i;
const NO = /^(否|无|没有|不|n|no|false|0|✗|否 \/ no)$/i;

/** A cell of a table as the field's value; undefined for an empty one, null for what it cannot hold. */
export function parseCell(
  { type, options }: Pick<CustomField, 'type' | 'options'>,
  text: string,
  order: DateOrder,
): CustomValue | undefined | null {
  const cell = text.trim();
  if (cell === '') return undefined;
  const option = (word: string) => options.find((one) => one.toLowerCase() === word.trim().toLowerCase());
  switch (type) {
    case 'text':
      return cell.slice(0, 2_000);
    case 'number': {
      const number = Number(cell.normalize('NFKC').replace(/[,\s%]/g, ''));
      return Number.isFinite(number) ? number : null;
    }
    case 'yes_no':
      return YES.test(cell) ? true : NO.test(cell) ? false : null;
    case 'date':
      return dayOf(cell, order);
    case 'link':
      return isWebAddress(cell) ? cell : null;
    case 'choice':
      return option(cell) ?? null;
    case 'choices': {
      const chosen = cell
        .split(/[,，、;；|]/)
        .filter((word) => word.trim() !== '')
        .map(option);
      return chosen.every((one) => one !== undefined) ? chosen.filter((one) => one !== undefined) : null;
    }
  }
}

/** A value as a cell of a table; it comes back through `parseCell`. */
export function formatCell(value: CustomValue | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? '是 / Yes' : '否 / No';
  return Array.isArray(value) ? value.join('; ') : String(value);
}
