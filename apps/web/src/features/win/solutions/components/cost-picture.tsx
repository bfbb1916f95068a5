import type { SolutionCost } from '@tokenholic/contracts';
import { formatMoney, groups } from '@tokenholic/presentation';
import { layoutCostBars } from '@tokenholic/presentation/cost-bars';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { useTheme } from '@/preferences/preferences';

/** Today above ours on one scale from zero, with the range that the map's volume has; its finding is the title. */
export function CostPicture({ cost }: { cost: SolutionCost }) {
  const { t } = useTranslation('solutions');
  const language = useLanguage();
  const local = useLocal();
  const theme = useTheme();
  const money = (cny: number) => formatMoney(cny, language).text;
  const drawn = layoutCostBars(cost, 100);
  if (drawn.length === 0) return null;
  const { savingCny, savingRange } = cost;
  return (
    <figure className="grid gap-3 rounded-card border border-line bg-surface p-4">
      {savingCny === null ? null : (
        <figcaption className="font-semibold">
          {t(savingCny >= 0 ? 'saving' : 'extra', { amount: money(Math.abs(savingCny)) })}
          {savingRange === null ? null : (
            <span className="font-normal text-ink-2">
              {' '}
              {t('saving_range', { low: money(savingRange.low), high: money(savingRange.high) })}
            </span>
          )}
        </figcaption>
      )}
      {drawn.map(({ key, title, bars }) => (
        <div key={key} className="grid gap-1">
          <p className="text-xs font-semibold">{local(title)}</p>
          {bars.map(({ who, name, amount, length, whisker, range }) => (
            <div
              key={who}
              className="grid grid-cols-[11rem_minmax(0,1fr)] items-center gap-x-3 max-md:grid-cols-1"
            >
              <span className="truncate text-xs text-ink-2">{local(name)}</span>
              <div className="flex items-center gap-2">
                <div className="relative h-5 min-w-0 flex-1 border-l border-line-strong">
                  <div
                    className={
                      who === 'ours'
                        ? 'absolute inset-y-0.5 left-0 rounded-r-tile'
                        : 'absolute inset-y-0.5 left-0 rounded-r-tile bg-ink-3'
                    }
                    style={{
                      width: `${amount === null ? 0 : Math.max(0.4, length)}%`,
                      ...(who === 'ours' ? { background: groups.alibaba[theme].fill } : {}),
                    }}
                  />
                  {whisker === null ? null : (
                    <div
                      className="absolute inset-y-1.5 border-x border-ink before:absolute before:inset-x-0 before:top-1/2 before:border-t before:border-ink"
                      style={{ left: `${whisker.from}%`, width: `${whisker.to - whisker.from}%` }}
                    />
                  )}
                </div>
                <span className="w-48 shrink-0 text-xs max-md:w-36">
                  <strong className="font-semibold">{amount === null ? t('unknown') : money(amount)}</strong>
                  {range === null ? null : (
                    <span className="text-2xs text-ink-2">
                      {' '}
                      {money(range.low)} – {money(range.high)}
                    </span>
                  )}
                </span>
              </div>
            </div>
          ))}
        </div>
      ))}
      <p className="text-xs text-ink-2">{t('cost_range_help')}</p>
    </figure>
  );
}
