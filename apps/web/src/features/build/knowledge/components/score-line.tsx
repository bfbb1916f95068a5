import type { TrialRun } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';

const WIDTH = 480;
const HEIGHT = 96;
const EDGE = 6;

/** How often the expected passage came first, run by run, from nothing to all; the table below has the figures. */
export function ScoreLine({ runs }: { runs: readonly TrialRun[] }) {
  const { t } = useTranslation('knowledge');
  const last = runs.at(-1);
  const x = (at: number) => EDGE + (runs.length < 2 ? 1 : at / (runs.length - 1)) * (WIDTH - 2 * EDGE);
  const y = (share: number) => HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE);
  const points = runs.map(({ first }, at) => `${x(at)},${y(first)}`).join(' ');
  const percent = Math.round((last?.first ?? 0) * 100);
  return (
    <figure className="grid gap-2">
      <figcaption className="text-lg font-semibold">
        {t('score', {
          percent,
          found: Math.round((last?.first ?? 0) * (last?.questions ?? 0)),
          questions: last?.questions ?? 0,
        })}
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="w-full max-w-[480px]" role="presentation">
        <line x1={EDGE} x2={WIDTH - EDGE} y1={y(0)} y2={y(0)} className="stroke-line-strong" />
        <line x1={EDGE} x2={WIDTH - EDGE} y1={y(1)} y2={y(1)} className="stroke-line" strokeDasharray="3 3" />
        <polyline points={points} fill="none" className="stroke-ink" strokeWidth={2} />
        {runs.map(({ id, first }, at) => (
          <circle key={id} cx={x(at)} cy={y(first)} r={4} className="fill-mark stroke-ink" />
        ))}
      </svg>
    </figure>
  );
}
