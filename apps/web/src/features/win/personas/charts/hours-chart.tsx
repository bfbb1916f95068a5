import type { PersonaCharts } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from './chart-frame';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const CELL = 16;
const LEFT = 34;
const TOP = 4;
const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

/** When they write, call and read, by weekday and hour of their own clock. */
export function HoursChart({ hours, timeZone }: { hours: PersonaCharts['hours']; timeZone: string }) {
  const { t } = useTranslation('personas');
  const most = Math.max(0, ...hours.flat());
  const day = hours.findIndex((row) => row.includes(most));
  const hour = hours[day]?.indexOf(most) ?? 0;
  const title =
    most === 0
      ? t('hours_none')
      : t('hours_title', { day: t(`day.${DAYS[day] ?? 'mon'}`), hour: clock(hour), count: most });
  const busy = hours.flatMap((row, weekday) =>
    row.flatMap((count, at) =>
      count === 0 ? [] : [[`${t(`day.${DAYS[weekday] ?? 'mon'}`)} ${clock(at)}`, count]],
    ),
  );
  return (
    <ChartFrame title={title} headings={[t('hours_heading'), t('activities_heading')]} rows={busy}>
      <svg
        viewBox={`0 0 ${LEFT + 24 * CELL} ${TOP + 7 * CELL + 18}`}
        role="img"
        aria-label={title}
        className="w-full"
      >
        {hours.map((row, weekday) => (
          <g key={DAYS[weekday]}>
            <text x={0} y={TOP + weekday * CELL + 12} className="fill-ink-3 text-[10px]">
              {t(`day.${DAYS[weekday] ?? 'mon'}`)}
            </text>
            {row.map((count, at) => (
              <g key={clock(at)}>
                <rect
                  x={LEFT + at * CELL}
                  y={TOP + weekday * CELL}
                  width={CELL - 2}
                  height={CELL - 2}
                  rx={2}
                  className={count === 0 ? 'fill-sunken' : 'fill-info'}
                  opacity={count === 0 ? 1 : 0.3 + 0.7 * (count / most)}
                />
                {count > 0 && count === most ? (
                  <text
                    x={LEFT + at * CELL + (CELL - 2) / 2}
                    y={TOP + weekday * CELL + 11}
                    textAnchor="middle"
                    className="fill-surface text-[10px] font-semibold"
                  >
                    {count}
                  </text>
                ) : null}
              </g>
            ))}
          </g>
        ))}
        {[0, 6, 12, 18].map((at) => (
          <text key={at} x={LEFT + at * CELL} y={TOP + 7 * CELL + 12} className="fill-ink-3 text-[10px]">
            {clock(at)}
          </text>
        ))}
      </svg>
      <p className="text-xs text-ink-3">{t('hours_clock', { zone: timeZone.replaceAll('_', ' ') })}</p>
    </ChartFrame>
  );
}
