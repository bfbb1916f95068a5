import type { WinLoss } from '@tokenholic/contracts';
import { formatPercent } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { useStages } from '../model/use-stages';
import { WinRateBar } from './win-rate-bar';

/** How deals pass each stage, and how long half of them stay. */
export function Stages({ stages, cited }: { stages: WinLoss['stages']; cited: readonly string[] }) {
  const { t } = useTranslation('deals');
  const { nameOf } = useStages();
  return (
    <section className="grid gap-2">
      <h2 className="font-semibold">{t('analysis.stages')}</h2>
      <p className="text-xs text-ink-2">{t('analysis.stages_how')}</p>
      <ul className="grid gap-3">
        {stages.map(({ stage, entered, advanced, lost, stillThere, medianDays }) => (
          <li
            key={stage}
            id={`cite-stage:${stage}`}
            className={`grid gap-1 rounded-tile ${cited.includes(`stage:${stage}`) ? 'bg-mark-soft' : ''}`}
          >
            <p className="flex flex-wrap items-baseline gap-2">
              <span className="font-medium">{nameOf(stage)}</span>
              <span className="text-xs text-ink-2">
                {t('analysis.passed', { entered, advanced, lost, there: stillThere })}
              </span>
              <span className="ml-auto text-xs text-ink-2">
                {medianDays === null
                  ? t('analysis.not_half')
                  : t('analysis.half', { count: Math.round(medianDays) })}
              </span>
            </p>
            <div aria-hidden className="flex h-2 gap-px overflow-hidden rounded-full bg-sunken">
              <span className="bg-ok" style={{ flexGrow: advanced }} />
              <span className="bg-danger" style={{ flexGrow: lost }} />
              <span className="bg-line-strong" style={{ flexGrow: stillThere }} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Win rate quarter by quarter, each with the interval its number of deals allows. */
export function Cohorts({ cohorts, cited }: { cohorts: WinLoss['cohorts']; cited: readonly string[] }) {
  const { t } = useTranslation('deals');
  const language = useLanguage();
  const percent = (ratio: number) => formatPercent(ratio, language);
  return (
    <section className="grid gap-2">
      <h2 className="font-semibold">{t('analysis.cohorts')}</h2>
      <ul className="grid gap-2">
        {cohorts.map(({ quarter, deals, won, low, high }) => (
          <li
            key={quarter}
            id={`cite-quarter:${quarter}`}
            className={`grid grid-cols-[64px_minmax(0,1fr)_170px] items-center gap-3 rounded-tile max-md:grid-cols-[64px_minmax(0,1fr)] ${cited.includes(`quarter:${quarter}`) ? 'bg-mark-soft' : ''}`}
          >
            <span className="font-medium">{quarter}</span>
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
