import { AppError } from '@tokenholic/kit';

type Refusal =
  | 'file_missing'
  | 'file_too_large'
  | 'file_empty'
  | 'file_unreadable'
  | 'file_old_excel'
  | 'encoding_unknown'
  | 'no_heading'
  | 'too_many_columns'
  | 'too_many_lines'
  | 'already_started'
  | 'no_client_column'
  | 'columns_changed';

export const MOST_MEGABYTES = 20;
export const MOST_COLUMNS = 100;
export const MOST_LINES = 50_000;

const MESSAGES: Readonly<Record<Refusal, { zh: string; en: string }>> = {
  file_missing: { zh: '没有收到文件，请重新选择。', en: 'No file arrived. Choose it again.' },
  file_too_large: {
    zh: `文件超过 ${MOST_MEGABYTES} MB，没有导入任何内容。请拆成几个文件。`,
    en: `The file is larger than ${MOST_MEGABYTES} MB and nothing was imported. Split it into several.`,
  },
  file_empty: {
    zh: '文件里没有数据行，没有导入任何内容。',
    en: 'The file has no lines below its heading, so nothing was imported.',
  },
  file_unreadable: {
    zh: '文件打不开：可能已损坏或加了密码。请另存为 CSV（UTF-8）或 XLSX 后重试。',
    en: 'The file cannot be read: damaged, or protected by a password. Save it as CSV (UTF-8) or XLSX and try again.',
  },
  file_old_excel: {
    zh: '这是旧版 Excel 文件（.xls）。请在 Excel 中另存为 .xlsx 后重试。',
    en: 'This is an old Excel file (.xls). Save it as .xlsx in Excel and try again.',
  },
  encoding_unknown: {
    zh: '认不出文字编码。请在 Excel 中另存为“CSV UTF-8（逗号分隔）”后重试。',
    en: 'The text encoding is not recognised. Save as “CSV UTF-8 (comma delimited)” in Excel and try again.',
  },
  no_heading: {
    zh: '第一行应是列名，但有列名为空或整行为空。请补全列名后重试。',
    en: 'The first line should name the columns, but it is empty. Name the columns and try again.',
  },
  too_many_columns: {
    zh: `列数超过 ${MOST_COLUMNS}。请只保留需要的列，没有导入任何内容。`,
    en: `There are more than ${MOST_COLUMNS} columns. Keep the ones you need; nothing was imported.`,
  },
  too_many_lines: {
    zh: `行数超过 ${MOST_LINES.toLocaleString('en')}。请拆成几个文件，没有导入任何内容。`,
    en: `There are more than ${MOST_LINES.toLocaleString('en')} lines. Split the file; nothing was imported.`,
  },
  already_started: {
    zh: '这次导入已经开始，不能再改列的对应关系。',
    en: 'This import has begun, so its columns cannot be changed any more.',
  },
  no_client_column: {
    zh: '请指定哪一列是客户，或为所有行选择同一个客户。',
    en: 'Say which column names the client, or choose one client for all lines.',
  },
  columns_changed: {
    zh: '列的数目与文件不符，请刷新页面后重试。',
    en: 'The columns do not fit the file. Reload the page and try again.',
  },
};

/** Why a file or an import is refused; nothing of it has been kept as deals. */
export function importRefused(refusal: Refusal, details: Record<string, unknown> = {}): AppError {
  const conflict = refusal === 'already_started';
  const large = refusal === 'file_too_large';
  return new AppError({
    kind: conflict ? 'conflict' : large ? 'too_large' : 'invalid',
    code: `deals.${refusal}`,
    message: MESSAGES[refusal],
    details,
  });
}

/** Two columns of one name cannot be told apart. */
export function duplicateHeadings(names: readonly string[]): AppError {
  const list = names.slice(0, 5);
  return new AppError({
    kind: 'invalid',
    code: 'deals.duplicate_headings',
    message: {
      zh: `列名重复：${list.join('、')}。请改名或删去多余的列，没有导入任何内容。`,
      en: `Column names stand twice: ${list.join(', ')}. Rename or remove the extra ones; nothing was imported.`,
    },
    details: { names: list },
  });
}
