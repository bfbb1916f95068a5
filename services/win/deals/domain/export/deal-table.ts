import type { CustomField, DealCard, DealOutcome, Language } from '@tokenholic/contracts';
import { formatCell } from '../settings/custom-values.ts';
import type { StageBook } from '../settings/stages.ts';

export interface ExportedDeal {
  card: DealCard;
  outcome: DealOutcome | null;
  /** The first person on it. */
  contact: { name: string; title: string; email: string } | null;
}

/** A cell as a spreadsheet keeps it. */
export type ExportCell = string | number | null;

interface Column {
  name: { zh: string; en: string };
  of: (deal: ExportedDeal) => ExportCell;
}

const both = (zh: string, en: string) => ({ zh, en });

/** The table of deals; its headings are those the import knows, so that what was exported can come in again. */
export function dealTable(
  deals: readonly ExportedDeal[],
  { book, fields, language }: { book: StageBook; fields: readonly CustomField[]; language: Language },
): { headings: string[]; lines: ExportCell[][] } {
  const columns = [...columnsOf(book, language), ...ownColumns(fields)];
  return {
    headings: columns.map(({ name }) => name[language]),
    lines: deals.map((deal) => columns.map(({ of }) => of(deal))),
  };
}

function columnsOf(book: StageBook, language: Language): Column[] {
  const list = (names: readonly string[]) => names.join('; ');
  return [
    { name: both('客户', 'Client'), of: ({ card }) => card.clientName },
    { name: both('商机名称', 'Deal name'), of: ({ card }) => card.title },
    { name: both('金额', 'Amount'), of: ({ card }) => card.amountMinor / 100 },
    { name: both('币种', 'Currency'), of: ({ card }) => card.currency },
    { name: both('阶段', 'Stage'), of: ({ card }) => book.nameOf(card.stage)[language] },
    { name: both('预计成交日', 'Close date'), of: ({ card }) => card.closeDate },
    { name: both('创建日期', 'Created'), of: ({ card }) => card.createdAt.slice(0, 10) },
    { name: both('来源', 'Source'), of: ({ card }) => card.source },
    { name: both('产品', 'Products'), of: ({ card }) => list(card.products) },
    { name: both('竞争对手', 'Competitors'), of: ({ card }) => list(card.competitors) },
    { name: both('结束原因', 'Reason'), of: ({ outcome }) => outcome?.reason ?? '' },
    { name: both('联系人', 'Contact'), of: ({ contact }) => contact?.name ?? '' },
    { name: both('联系人职务', 'Contact title'), of: ({ contact }) => contact?.title ?? '' },
    { name: both('邮箱', 'E-mail'), of: ({ contact }) => contact?.email ?? '' },
    { name: both('负责人', 'Owner'), of: ({ card }) => card.ownerName[language] },
    { name: both('预测口径', 'Forecast call'), of: ({ card }) => card.forecast },
    { name: both('下一步日期', 'Next step on'), of: ({ card }) => card.nextStepOn ?? '' },
    { name: both('最近往来', 'Last contact'), of: ({ card }) => card.lastActivityAt?.slice(0, 10) ?? '' },
  ];
}

function ownColumns(fields: readonly CustomField[]): Column[] {
  return fields
    .filter(({ of, retired }) => of === 'deal' && !retired)
    .map(({ key, name }) => ({
      name,
      of: ({ card }) => {
        const value = card.custom[key];
        return typeof value === 'number' ? value : formatCell(value);
      },
    }));
}
