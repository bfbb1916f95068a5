import { formatGrowth, formatTokens } from '@tokenholic/presentation';
import { type Projection, SCENARIOS } from '@tokenholic/presentation/scenario';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';

/** Each use case in the last year, and all together, in three scenarios. */
export function UseCaseTable({ projection }: { projection: Projection }) {
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  const tokens = (value: number) => formatTokens(value, language).text;
  const year = String(projection.years.at(-1)?.year ?? '');
  const rows = [...projection.useCases].sort(
    (a, b) => (b.years.at(-1)?.tokens.base ?? 0) - (a.years.at(-1)?.tokens.base ?? 0),
  );
  return (
    <section
      aria-label={t('by_use', { year })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto rounded-card border border-line bg-surface"
    >
      <table className="w-full text-right">
        <caption className="px-4 pt-3 pb-1 text-left font-semibold">{t('by_use', { year })}</caption>
        <thead>
          <tr className="border-b border-line-strong text-xs text-ink-3">
            <th scope="col" className="px-4 py-2 text-left font-medium">
              {t('use')}
            </th>
            <th scope="col" className="px-4 py-2 font-medium">
              {t('rate_each')}
            </th>
            <th scope="col" className="px-4 py-2 font-medium">
              {projection.years[0]?.year}
            </th>
            {SCENARIOS.map((scenario) => (
              <th key={scenario} scope="col" className="px-4 py-2 font-medium">
                {t(`scenario.${scenario}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, growthPerYear, years }) => (
            <tr key={key} className="border-b border-line last:border-0">
              <th scope="row" className="px-4 py-2 text-left font-medium">
                {name[language]}
              </th>
              <td className="px-4 py-2">{formatGrowth(growthPerYear)}</td>
              <td className="px-4 py-2 whitespace-nowrap text-ink-2">{tokens(years[0]?.tokens.base ?? 0)}</td>
              {SCENARIOS.map((scenario) => (
                <td
                  key={scenario}
                  className={`px-4 py-2 whitespace-nowrap ${scenario === 'base' ? 'font-semibold' : ''}`}
                >
                  {tokens(years.at(-1)?.tokens[scenario] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
