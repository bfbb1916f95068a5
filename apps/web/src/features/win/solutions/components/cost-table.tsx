import type { SolutionCost } from '@tokenholic/contracts';
import { formatMoney, formatTokens } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';

/** What the movable tokens cost today and with us, row by row, and what is saved. */
export function CostTable({ cost }: { cost: SolutionCost }) {
  const { t } = useTranslation('solutions');
  const language = useLanguage();
  const local = useLocal();
  const money = (cny: number | null) => (cny === null ? t('unknown') : formatMoney(cny, language).text);
  const columns = ['use_case', 'tokens', 'today', 'cost_today', 'ours', 'cost_ours'] as const;
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={t('section.cost')}
      className="overflow-x-auto"
    >
      <table className="w-full text-left">
        <thead>
          <tr className="border-b border-line-strong text-xs text-ink-2">
            {columns.map((column) => (
              <th key={column} scope="col" className="py-1.5 pr-4 font-medium whitespace-nowrap">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cost.rows.map((row) => (
            <tr key={row.tileKey} className="border-b border-line">
              <th scope="row" className="py-1.5 pr-4 font-medium">
                {local(row.useCase)}
              </th>
              <td className="py-1.5 pr-4">{formatTokens(row.tokens, language).text}</td>
              <td className="py-1.5 pr-4">
                {local(row.current)} · {local(row.provider)}
              </td>
              <td className="py-1.5 pr-4">{money(row.currentCny)}</td>
              <td className="py-1.5 pr-4">{row.ours === '' ? t('unknown') : row.ours}</td>
              <td className="py-1.5 pr-4">{money(row.oursCny)}</td>
            </tr>
          ))}
        </tbody>
        {cost.savingCny === null ? null : (
          <tfoot>
            <tr className="font-semibold">
              <th scope="row" colSpan={3} className="py-2 pr-4">
                {t(cost.savingCny >= 0 ? 'saving' : 'extra', { amount: money(Math.abs(cost.savingCny)) })}
              </th>
              <td className="py-2 pr-4">{money(cost.currentCny)}</td>
              <td />
              <td className="py-2 pr-4">{money(cost.oursCny)}</td>
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}
