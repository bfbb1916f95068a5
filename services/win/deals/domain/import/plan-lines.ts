import { createHash } from 'node:crypto';
import {
  type CustomField,
  type CustomValues,
  type DealCurrency,
  type DealFields,
  type DealOutcome,
  type DealStage,
  type DecisionRole,
  dealFieldsSchema,
  type ImportField,
  type ImportMapping,
  type LocalizedText,
} from '@tokenholic/contracts';
import { foldForSearch, isOpen } from '../deal.ts';
import { fieldsFor, parseCell } from '../settings/custom-values.ts';
import {
  amountOf,
  type DateOrder,
  dateOrderOf,
  dayOf,
  reasonOf,
  roleOf,
  type StageWords,
  stageOf,
} from './values.ts';

export interface PlannedDeal {
  /** The same for the same line of the same import: sending it twice makes one deal. */
  id: string;
  clientId: string;
  fields: DealFields;
  stage: DealStage;
  createdOn: string;
  outcome: DealOutcome | null;
  contact: { id: string; name: string; title: string; email: string; role: DecisionRole } | null;
}

export type PlannedLine =
  | { line: number; kind: 'deal'; deal: PlannedDeal }
  | { line: number; kind: 'duplicate' }
  | { line: number; kind: 'wrong'; text: LocalizedText };

export interface PlanOptions {
  importId: string;
  mapping: ImportMapping;
  /** Folded names of the clients that the person may see. */
  clients: ReadonlyMap<string, string>;
  /** `clientId/folded title` of what is there already; grows as lines are planned. */
  known: Set<string>;
  today: string;
  stages: StageWords;
  /** Fields of the organisation's own. */
  fields: readonly CustomField[];
}

const both = (zh: string, en: string): LocalizedText => ({ zh, en });

/** What becomes of each line. The first line below the heading is line 2. */
export function planLines(
  lines: readonly (readonly string[])[],
  from: number,
  order: DateOrder,
  options: PlanOptions,
): PlannedLine[] {
  return lines.map((row, at) => planLine(row, from + at + 2, order, options));
}

/** How dates of the table are meant, and a note where nothing in it tells. */
export function datesOf(
  lines: readonly (readonly string[])[],
  { columns, dates }: ImportMapping,
): { order: DateOrder; notes: LocalizedText[] } {
  if (dates !== 'auto') return { order: dates, notes: [] };
  const texts = columns.flatMap((field, at) =>
    field === 'close_date' || field === 'created' ? lines.map((row) => row[at] ?? '') : [],
  );
  const order = dateOrderOf(texts);
  const slashed = texts.some((text) => /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/.test(text.trim()));
  const notes =
    order === null && slashed
      ? [
          both(
            '无法判断日期是“月/日/年”还是“日/月/年”，按“月/日/年”处理。',
            'Dates can be read as month or day first; month first is taken.',
          ),
        ]
      : [];
  return { order: order ?? 'month_first', notes };
}

function planLine(
  row: readonly string[],
  line: number,
  order: DateOrder,
  { importId, mapping, clients, known, today, stages, fields: own }: PlanOptions,
): PlannedLine {
  const cell = (field: ImportField) => (row[mapping.columns.indexOf(field)] ?? '').trim();
  const wrong = (zh: string, en: string): PlannedLine => ({ line, kind: 'wrong', text: both(zh, en) });
  const formula = row.findIndex((text, at) => mapping.columns[at] !== 'ignore' && text.startsWith('='));
  if (formula >= 0)
    return wrong(
      `第 ${formula + 1} 列是公式，请在表格里改成数值后再导入`,
      `Column ${formula + 1} holds a formula; turn it into a value in the sheet first`,
    );
  const clientName = cell('client');
  const clientId = clientName === '' ? mapping.clientId : (clients.get(foldForSearch(clientName)) ?? null);
  if (clientId === null)
    return clientName === ''
      ? wrong('没有填客户', 'The client is missing')
      : wrong(
          `没有名为「${clientName}」的客户，或未分配给您`,
          `No client called “${clientName}”, or not assigned to you`,
        );
  const money = cell('amount') === '' ? { minor: 0, currency: null } : amountOf(cell('amount'));
  if (money === null) return wrong(`看不懂金额「${cell('amount')}」`, `“${cell('amount')}” is no amount`);
  const currency = currencyOf(cell('currency')) ?? money.currency ?? 'CNY';
  const stage = cell('stage') === '' ? 'lead' : stageOf(cell('stage'), stages);
  if (stage === null) return wrong(`不认识阶段「${cell('stage')}」`, `“${cell('stage')}” is no known stage`);
  const closeDate = cell('close_date') === '' ? today : dayOf(cell('close_date'), order);
  const createdOn = cell('created') === '' ? null : dayOf(cell('created'), order);
  if (closeDate === null)
    return wrong(`看不懂日期「${cell('close_date')}」`, `“${cell('close_date')}” is no date`);
  if (createdOn === null && cell('created') !== '')
    return wrong(`看不懂日期「${cell('created')}」`, `“${cell('created')}” is no date`);
  const custom = customOf(cell, own, order);
  if ('wrong' in custom)
    return wrong(
      `「${custom.wrong.name.zh}」不能是「${custom.text}」`,
      `${custom.wrong.name.en} cannot be “${custom.text}”`,
    );
  const products = names(cell('products'));
  const fields = dealFieldsSchema.safeParse({
    ...{
      title: cell('title') || `${products[0] ?? clientName} #${line}`,
      amountMinor: money.minor,
      currency,
    },
    ...{ closeDate, source: cell('source').slice(0, 60), products, competitors: names(cell('competitors')) },
    custom: custom.values,
  });
  if (!fields.success)
    return wrong('商机名称超过 160 个字', 'The name of the deal is longer than 160 characters');
  const contact = contactOf(
    cell,
    idOf(importId, `contact/${clientId}/${foldForSearch(cell('contact_name'))}`),
  );
  if (contact === 'wrong')
    return wrong(
      `邮箱「${cell('contact_email')}」格式不对`,
      `“${cell('contact_email')}” is no e-mail address`,
    );
  const key = `${clientId}/${foldForSearch(fields.data.title)}`;
  if (known.has(key)) return { line, kind: 'duplicate' };
  known.add(key);
  const deal: PlannedDeal = {
    ...{ id: idOf(importId, `line/${line}`), clientId, fields: fields.data, stage, contact },
    createdOn: earliest(createdOn, closeDate, today),
    outcome: isOpen(stage) ? null : outcomeOf(cell('reason')),
  };
  return { line, kind: 'deal', deal };
}

/** A deal is not created after it closed, nor in the future. */
function earliest(createdOn: string | null, closeDate: string, today: string): string {
  return [createdOn ?? today, closeDate, today].reduce((first, day) => (day < first ? day : first));
}

/** The organisation's own fields of a line; the first that cannot be read, or is required and empty, makes the line wrong. */
function customOf(
  cell: (field: ImportField) => string,
  fields: readonly CustomField[],
  order: DateOrder,
): { values: CustomValues } | { wrong: CustomField; text: string } {
  const values: CustomValues = {};
  for (const field of fieldsFor(fields, 'deal')) {
    const text = cell(`custom:${field.key}`);
    const value = parseCell(field, text, order);
    if (value === null || (value === undefined && field.required)) return { wrong: field, text };
    if (value !== undefined) values[field.key] = value;
  }
  return { values };
}

const outcomeOf = (text: string): DealOutcome => ({
  ...{ reason: reasonOf(text), text: text.slice(0, 2_000) },
  ...{ buyerReason: null, buyerText: '' },
});

function currencyOf(text: string): DealCurrency | null {
  if (/usd|\$|美元/i.test(text)) return 'USD';
  return /cny|rmb|¥|￥|人民币/i.test(text) ? 'CNY' : null;
}

const names = (text: string) =>
  [...new Set(text.split(/[,，、;；|]/).map((name) => name.trim().slice(0, 60)))]
    .filter((name) => name !== '')
    .slice(0, 12);

function contactOf(cell: (field: ImportField) => string, id: string): PlannedDeal['contact'] | 'wrong' {
  const name = cell('contact_name').slice(0, 80);
  if (name === '') return null;
  const email = cell('contact_email');
  if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return 'wrong';
  const title = cell('contact_title').slice(0, 80);
  return { id, name, title, email, role: roleOf(cell('contact_role')) ?? 'unknown' };
}

function idOf(importId: string, name: string): string {
  const digest = createHash('sha256').update(`${importId}/${name}`).digest('hex');
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}
