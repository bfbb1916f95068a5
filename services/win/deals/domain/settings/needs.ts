import type { CustomField, LocalizedText, StageNeed } from '@tokenholic/contracts';
import type { DealRow } from '../../tables.ts';

type Facts = Pick<
  DealRow,
  'amountMinor' | 'source' | 'products' | 'competitors' | 'contacts' | 'roles' | 'nextStepOn' | 'custom'
>;

const both = (zh: string, en: string): LocalizedText => ({ zh, en });

const NAMES: Readonly<Record<string, LocalizedText>> = {
  amount: both('金额', 'the amount'),
  source: both('来源', 'the source'),
  products: both('产品', 'a product'),
  competitors: both('竞争对手', 'a competitor'),
  contacts: both('联系人', 'a contact'),
  economic_buyer: both('拍板人', 'the economic buyer'),
  next_step: both('下一步', 'a next step'),
};

/** What a stage asks for that the deal has not got. */
export function missingFor(
  needs: readonly StageNeed[],
  deal: Facts,
  fields: readonly CustomField[],
): LocalizedText[] {
  return needs.filter((need) => !has(need, deal)).map((need) => nameOf(need, fields));
}

function has(need: StageNeed, deal: Facts): boolean {
  switch (need) {
    case 'amount':
      return deal.amountMinor > 0;
    case 'source':
      return deal.source !== '';
    case 'products':
      return deal.products.length > 0;
    case 'competitors':
      return deal.competitors.length > 0;
    case 'contacts':
      return deal.contacts > 0;
    case 'economic_buyer':
      return deal.roles.includes('economic_buyer');
    case 'next_step':
      return deal.nextStepOn !== null;
    default: {
      const value = deal.custom[need.slice('custom:'.length)];
      return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
    }
  }
}

function nameOf(need: StageNeed, fields: readonly CustomField[]): LocalizedText {
  const key = need.slice('custom:'.length);
  return NAMES[need] ?? fields.find((field) => field.key === key)?.name ?? both(key, key);
}
