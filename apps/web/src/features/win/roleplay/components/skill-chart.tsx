import { formatDate } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';

const WIDTH = 720;
const HEIGHT = 200;
const EDGE = { left: 32, right: 40, top: 16, bottom: 28 };

interface ChartProps {
  points: readonly { at: string; value: number }[];
  name: string;
}

/** Points of one skill, talk by talk, on a scale from 0 to 100. The table below has the same figures. */
export function SkillChart({ points, name }: ChartProps) {
  const { t } = useTranslation('roleplay');
  const language = useLanguage();
  const inner = WIDTH - EDGE.left - EDGE.right;
  const x = (index: number) =>
    EDGE.left + (points.length < 2 ? inner / 2 : (index / (points.length - 1)) * inner);
  const y = (value: number) => EDGE.top + (1 - value / 100) * (HEIGHT - EDGE.top - EDGE.bottom);
  const last = points.at(-1);
  const first = points[0];
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('progress.chart', { name, values: points.map(({ value }) => value).join(', ') })}
      className="w-full max-w-[60rem] rounded-card border border-line bg-surface"
    >
      {[0, 50, 100].map((value) => (
        <g key={value}>
          <line x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(value)} y2={y(value)} className="stroke-line" />
          <text x={EDGE.left - 6} y={y(value) + 4} textAnchor="end" className="fill-ink-3 text-2xs">
            {value}
          </text>
        </g>
      ))}
      <polyline
        points={points.map(({ value }, index) => `${x(index)},${y(value)}`).join(' ')}
        className="fill-none stroke-ink stroke-2"
      />
      {points.map(({ at, value }, index) => (
        <circle key={at} cx={x(index)} cy={y(value)} r={4} className="fill-ink" />
      ))}
      {last === undefined ? null : (
        <text x={x(points.length - 1) + 8} y={y(last.value) + 4} className="fill-ink text-sm font-semibold">
          {last.value}
        </text>
      )}
      {first === undefined ? null : (
        <text x={EDGE.left} y={HEIGHT - 8} className="fill-ink-3 text-2xs">
          {formatDate(first.at, language)}
        </text>
      )}
      {last === undefined || points.length < 2 ? null : (
        <text x={WIDTH - EDGE.right} y={HEIGHT - 8} textAnchor="end" className="fill-ink-3 text-2xs">
          {formatDate(last.at, language)}
        </text>
      )}
    </svg>
  );
}
