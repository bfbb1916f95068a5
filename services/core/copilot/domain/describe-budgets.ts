import type { EventPayload } from '@tokenholic/contracts';
import { formatTokens } from '@tokenholic/presentation';
import { type Description, described } from './description.ts';

/** Tokens that models used of what an organisation may use in a month. */
export const budgetDescribers = {
  'budget.warned': ({ limit, spent }: EventPayload<'budget.warned'>): Description =>
    described(
      'other',
      {
        zh: `本月 Token 预算已用 ${share(spent, limit)}%（${formatTokens(limit, 'zh').text}）`,
        en: `${share(spent, limit)}% of this month's token budget of ${formatTokens(limit, 'en').text} is used`,
      },
      { form: 'card', weight: 1, notice: 'warning' },
    ),
  'budget.spent': ({ limit }: EventPayload<'budget.spent'>): Description =>
    described(
      'other',
      {
        zh: `本月 Token 预算 ${formatTokens(limit, 'zh').text} 已用完，改由规则回答`,
        en: `This month's token budget of ${formatTokens(limit, 'en').text} is used up; rules answer instead of models`,
      },
      { form: 'card', weight: 2, notice: 'critical' },
    ),
};

const share = (spent: number, limit: number) => Math.round((spent / limit) * 100);
