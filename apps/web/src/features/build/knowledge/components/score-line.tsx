import type { TrialRun } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { ScorePair } from './score-pair';

const WIDTH = 480;
const HEIGHT = 96;
const EDGE = 6;

/** How often the expected passage came first, run by run, from nothing to all; dashed, by words alone. The table below has the figures. */
export function ScoreLine({ runs }: { runs: readonly TrialRun[] }) {
  const { t } = useTranslation('knowledge');
  const last = runs.at(-1);
  if (last === undefined) return null;
  const x = (at: number) => EDGE + (runs.length < 2 ? 1 : at / (runs.length - 1)) * (WIDTH - 2 * EDGE);
  const y = (share: number) => HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE);
  const points = runs.map(({ id, first }, at) => ({ id, x: x(at), y: y(first) }));
  const byWords = runs.flatMap(({ id, words }, at) =>
    words === null ? [] : [{ id, x: x(at), y: y(words.first) }],
  );
  const path = (some: typeof points) => some.map((point) => `${point.x},${point.y}`).join(' ');
  return (
    <figure className="grid gap-2">
      <figcaption>
        {last.words === null ? (
          <p className="text-lg font-semibold">
            {t('score', {
              percent: Math.round(last.first * 100),
              found: Math.round(last.first * last.questions),
              questions: last.questions,
            })}
          </p>
        ) : (
          <ScorePair whole={last} words={last.words} questions={last.questions} />
        )}
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="w-full max-w-[480px]" role="presentation">
        <line x1={EDGE} x2={WIDTH - EDGE} y1={y(0)} y2={y(0)} className="stroke-line-strong" />
        <line x1={EDGE} x2={WIDTH - EDGE} y1={y(1)} y2={y(1)} className="stroke-line" strokeDasharray="3 3" />
        <polyline
          points={path(byWords)}
          fill="none"
          className="stroke-ink-3"
          strokeWidth={2}
          strokeDasharray="6 4"
        />
        {byWords.map((point) => (
          <circle key={point.id} cx={point.x} cy={point.y} r={3} className="fill-surface stroke-ink-3" />
        ))}
        <polyline points={path(points)} fill="none" className="stroke-ink" strokeWidth={2} />
        {points.map((point) => (
          <circle key={point.id} cx={point.x} cy={point.y} r={4} className="fill-mark stroke-ink" />
        ))}
      </svg>
    </figure>
  );
}
