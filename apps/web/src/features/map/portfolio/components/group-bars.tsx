import type { PortfolioEntry } from '@tokenholic/contracts';
import { formatMoney, formatPercent, formatTokens, groupOrder, groups } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { ShareBar } from '@/ui/share-bar';
import type { PortfolioSearch } from '../../map-search';
import { GROUPINGS, type Group, type Grouping, groupsOf } from '../model/portfolio';

interface GroupBarsProps {
  entries: readonly PortfolioEntry[];
  grouping: Grouping;
  onSearch: (change: Partial<PortfolioSearch>) => void;
}

/** The portfolio as one picture: a bar a group, as long as its tokens, in the colours of who is paid for them. */
export function GroupBars({ entries, grouping, onSearch }: GroupBarsProps) {
  const { t } = useTranslation('portfolio');
  const language = useLanguage();
  const bars = groupsOf(entries, grouping);
  const longest = Math.max(...bars.map(({ tokens }) => tokens));
  return (
    <section className="grid gap-4 rounded-card border border-line bg-surface p-5 max-md:p-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-lg font-semibold">{t('picture')}</h2>
        <fieldset className="flex flex-wrap rounded-control bg-sunken p-0.5">
          <legend className="sr-only">{t('group.label')}</legend>
          {GROUPINGS.map((choice) => (
            <button
              key={choice}
              type="button"
              aria-pressed={grouping === choice}
              onClick={() => onSearch({ group: choice })}
              className="rounded-[4px] px-3 py-1.5 text-ink-2 aria-pressed:bg-surface aria-pressed:font-medium aria-pressed:text-ink max-md:min-h-11"
            >
              {t(`group.${choice}`)}
            </button>
          ))}
        </fieldset>
      </div>
      <ul className="grid gap-1">
        {bars.map((bar) => (
          <li key={bar.key ?? 'none'}>
            <button
              type="button"
              onClick={() => onSearch({ [grouping]: bar.key ?? 'none' })}
              className="grid w-full gap-1 rounded-control p-2 text-left hover:bg-sunken"
            >
              <span className="flex flex-wrap items-baseline gap-x-3">
                <NameOf bar={bar} grouping={grouping} />
                <span className="text-xs text-ink-3">{t('clients', { count: bar.clients })}</span>
                <span className="ml-auto">
                  <span className="font-semibold">{formatTokens(bar.tokens, language).text}</span>{' '}
                  {grouping === 'provider' ? null : (
                    <span className="text-xs text-ink-2">
                      {t('bar', {
                        ours: formatPercent(bar.ourShare, language),
                        winnable: formatMoney(bar.winnable, language).text,
                      })}
                    </span>
                  )}
                </span>
              </span>
              <span style={{ width: `${Math.max(2, (bar.tokens / longest) * 100)}%` }}>
                <ShareBar shares={bar.shares} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NameOf({ bar, grouping }: { bar: Group; grouping: Grouping }) {
  const { t } = useTranslation('portfolio');
  const language = useLanguage();
  const group = groupOrder.find((name) => name === bar.key);
  const text =
    bar.name?.[language] ??
    (grouping === 'stage'
      ? t(`stage.${bar.key}`)
      : group === undefined
        ? t(`without.${grouping}`)
        : groups[group].name[language]);
  return <span className="font-medium">{text}</span>;
}
