import { Link } from '@tanstack/react-router';
import type { WinFactor } from '@tokenholic/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';

const FIRST = 10;

interface WinFactorsProps {
  factors: readonly WinFactor[];
  cited: readonly string[];
}

/** Each factor with its effect and interval; opened, the numbers behind it and a few deals. */
export function WinFactors({ factors, cited }: WinFactorsProps) {
  const { t } = useTranslation('deals');
  const [all, setAll] = useState(false);
  const shown = factors.filter(({ key }, at) => all || at < FIRST || cited.includes(key));
  return (
    <section id="cite-factors" className="grid gap-2">
      <h2 className="font-semibold">{t('factors.title')}</h2>
      <p className="max-w-[80ch] text-xs text-ink-2">{t('factors.how')}</p>
      {factors.length === 0 ? <p className="text-ink-2">{t('factors.none')}</p> : null}
      <ul className="grid gap-px overflow-hidden rounded-card border border-line bg-line">
        {shown.map((factor) => (
          <li
            key={factor.key}
            id={`cite-${factor.key}`}
            className={cited.includes(factor.key) ? 'bg-mark-soft' : 'bg-surface'}
          >
            <Factor factor={factor} />
          </li>
        ))}
      </ul>
      {shown.length < factors.length ? (
        <Button className="justify-self-start" onClick={() => setAll(true)}>
          {t('factors.all', { count: factors.length })}
        </Button>
      ) : null}
    </section>
  );
}

const points = (ratio: number) => `${ratio < 0 ? '−' : '+'}${Math.round(Math.abs(ratio) * 100)}`;

function Factor({ factor }: { factor: WinFactor }) {
  const { t } = useTranslation('deals');
  const local = useLocal();
  const { difference, oddsRatio, clear, small } = factor;
  return (
    <details>
      <summary className="grid min-h-10 cursor-pointer grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)_150px_90px] items-center gap-3 px-3 py-1 max-md:grid-cols-[minmax(0,1fr)_auto_64px]">
        <span className="font-medium">{local(factor.text)}</span>
        <Interval factor={factor} />
        <span className="text-right text-xs text-ink-2">
          <span className="text-sm font-semibold text-ink">{points(difference.value)}</span>{' '}
          <span className="max-md:hidden">
            ({points(difference.low)} … {points(difference.high)})
          </span>
        </span>
        <span className={`text-xs ${clear ? 'font-semibold text-ok' : 'text-ink-3'}`}>
          {t(small ? 'factors.small' : clear ? 'factors.clear' : 'factors.unclear')}
        </span>
      </summary>
      <div className="grid gap-1 px-3 pb-3 text-xs text-ink-2">
        <p>
          <span className="md:hidden">
            ({points(difference.low)} … {points(difference.high)}){' '}
          </span>
          {t('factors.counts', {
            ...{ won: factor.with.won, deals: factor.with.deals },
            ...{ otherWon: factor.without.won, otherDeals: factor.without.deals },
          })}
          {oddsRatio === null
            ? ''
            : ` ${t('factors.odds', {
                ...{ value: oddsRatio.value.toFixed(2), low: oddsRatio.low.toFixed(2) },
                high: oddsRatio.high.toFixed(2),
              })}`}
        </p>
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {factor.examples.map(({ id, title, won }) => (
            <li key={id}>
              <Link to="/deals/$dealId" params={{ dealId: id }} className="underline">
                {title}
              </Link>{' '}
              {t(won ? 'stage.won' : 'stage.lost')}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

/** The interval on a scale from −100 to +100 points; zero is in the middle. */
function Interval({ factor: { difference, clear } }: { factor: WinFactor }) {
  const at = (ratio: number) => `${50 + ratio * 50}%`;
  const tone = !clear ? 'bg-line-strong' : difference.value > 0 ? 'bg-ok' : 'bg-danger';
  return (
    <span aria-hidden className="relative block h-5 max-md:hidden">
      <span className="absolute inset-y-0 left-1/2 w-px bg-line-strong" />
      <span
        className={`absolute top-1/2 h-1.5 -translate-y-1/2 rounded-full ${tone}`}
        style={{ left: at(difference.low), width: `${(difference.high - difference.low) * 50}%` }}
      />
      <span
        className="absolute top-1/2 h-4 w-[3px] -translate-y-1/2 rounded-full bg-ink"
        style={{ left: `calc(${at(difference.value)} - 1px)` }}
      />
    </span>
  );
}
