import type { WinLoss } from '@tokenholic/contracts';
import { formatPercent } from '@tokenholic/presentation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { Select } from '@/ui/field';
import type { DealSearch } from '../../deal-search';
import { WinRateBar } from './win-rate-bar';

interface GroupsProps {
  groups: WinLoss['groups'];
  onNarrow: (more: DealSearch) => void;
}

/** Win rates of one kind of cohort, with their intervals; a name narrows everything to it. */
export function Groups({ groups, onNarrow }: GroupsProps) {
  const { t } = useTranslation('deals');
  const language = useLanguage();
  const local = useLocal();
  const [by, setBy] = useState<string | null>(null);
  const group = groups.find((one) => one.by === by) ?? groups[0];
  if (group === undefined) return null;
  const percent = (ratio: number) => formatPercent(ratio, language);
  const narrowing = group.by === 'product' || group.by === 'competitor' || group.by === 'source';
  return (
    <section className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="font-semibold">{t('analysis.groups')}</h2>
        <Select
          aria-label={t('analysis.by')}
          value={group.by}
          onChange={({ target }) => setBy(target.value)}
          className="w-auto"
        >
          {groups.map((one) => (
            <option key={one.by} value={one.by}>
              {t(`analysis.by_${one.by}`)}
            </option>
          ))}
        </Select>
      </div>
      <ul className="grid gap-2">
        {group.items.map(({ name, deals, won, low, high }) => (
          <li
            key={name.en}
            className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_170px] items-center gap-3 max-md:grid-cols-[minmax(0,1fr)_auto]"
          >
            {narrowing ? (
              <button
                type="button"
                onClick={() => onNarrow({ [group.by]: name.en })}
                className="truncate text-left font-medium underline max-md:min-h-11"
              >
                {local(name)}
              </button>
            ) : (
              <span className="truncate font-medium">{local(name)}</span>
            )}
            <WinRateBar won={won} deals={deals} low={low} high={high} />
            <span className="text-xs text-ink-2">
              {t('analysis.won_of', { won, count: deals })} · {percent(low)}–{percent(high)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
