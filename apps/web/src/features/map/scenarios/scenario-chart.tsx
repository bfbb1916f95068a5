import { formatTokens } from '@tokenholic/presentation';
import { type ProjectedYear, SCENARIOS, type Scenario } from '@tokenholic/presentation/scenario';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { useWidth } from '../battle-map/model/use-width';

const HEIGHT = 300;
const MARGIN = { left: 8, right: 132, top: 20, bottom: 30 };
const LOOK: Record<Scenario, { className: string; dash: string | undefined; width: number }> = {
  low: { className: 'stroke-ink-3', dash: '5 4', width: 2 },
  base: { className: 'stroke-ink', dash: undefined, width: 3 },
  high: { className: 'stroke-ink-3', dash: '5 4', width: 2 },
};
/** Labels closer than this are moved apart. */
const LINE = 16;

/** Three lines from today, labelled at their ends; the table below says the same. */
export function ScenarioChart({ years }: { years: readonly ProjectedYear[] }) {
  const { t } = useTranslation('scenarios');
  const language = useLanguage();
  const { frame, width } = useWidth();
  const highest = Math.max(1, ...years.flatMap(({ tokens }) => Object.values(tokens)));
  const inner = {
    width: Math.max(1, width - MARGIN.left - MARGIN.right),
    height: HEIGHT - MARGIN.top - MARGIN.bottom,
  };
  const x = (index: number) => MARGIN.left + (index / Math.max(1, years.length - 1)) * inner.width;
  const y = (tokens: number) => MARGIN.top + inner.height * (1 - tokens / highest);
  const ends = labelPlaces(SCENARIOS.map((scenario) => y(years.at(-1)?.tokens[scenario] ?? 0)));
  return (
    <figure className="grid gap-2">
      <figcaption className="font-semibold">{t('chart')}</figcaption>
      <div ref={frame} className="rounded-card border border-line bg-surface">
        {width === 0 ? null : (
          <svg width={width} height={HEIGHT} role="img" aria-label={t('chart')} className="block">
            <line
              x1={MARGIN.left}
              x2={MARGIN.left + inner.width}
              y1={y(0)}
              y2={y(0)}
              className="stroke-line-strong"
            />
            {years.map(({ year }, index) => (
              <text
                key={year}
                x={x(index)}
                y={HEIGHT - 10}
                textAnchor={index === 0 ? 'start' : 'middle'}
                className="fill-ink-3 text-xs"
              >
                {year}
              </text>
            ))}
            {SCENARIOS.map((scenario, place) => (
              <g key={scenario}>
                <polyline
                  points={years.map(({ tokens }, index) => `${x(index)},${y(tokens[scenario])}`).join(' ')}
                  fill="none"
                  strokeWidth={LOOK[scenario].width}
                  strokeDasharray={LOOK[scenario].dash}
                  className={LOOK[scenario].className}
                />
                <text
                  x={MARGIN.left + inner.width + 8}
                  y={(ends[place] ?? 0) + 4}
                  className={`text-xs ${scenario === 'base' ? 'fill-ink font-semibold' : 'fill-ink-2'}`}
                >
                  {t(`scenario.${scenario}`)}{' '}
                  {formatTokens(years.at(-1)?.tokens[scenario] ?? 0, language).text}
                </text>
              </g>
            ))}
          </svg>
        )}
      </div>
    </figure>
  );
}

/** Heights of the labels, from the lowest scenario upwards, moved apart where they would touch. */
function labelPlaces(heights: readonly number[]): number[] {
  const places: number[] = [];
  for (const height of heights) {
    const below = places.at(-1);
    places.push(below === undefined ? height : Math.min(height, below - LINE));
  }
  return places;
}
