import { useTranslation } from 'react-i18next';

const RADIUS = 15.5;
const ROUND = 2 * Math.PI * RADIUS;

/** Health as a ring that fills and a number; the colour only repeats what the number says. */
export function HealthRing({ health, size = 36 }: { health: number; size?: number }) {
  const { t } = useTranslation('copilot');
  const colour = health < 45 ? 'var(--danger)' : health < 70 ? 'var(--warn)' : 'var(--ok)';
  return (
    <span
      role="img"
      aria-label={t('health_is', { health })}
      className="relative grid shrink-0 place-items-center"
      style={{ width: size, height: size }}
    >
      <svg viewBox="0 0 36 36" className="absolute inset-0 -rotate-90" aria-hidden="true">
        <circle cx="18" cy="18" r={RADIUS} fill="none" stroke="var(--line)" strokeWidth="3" />
        <circle
          cx="18"
          cy="18"
          r={RADIUS}
          fill="none"
          stroke={colour}
          strokeWidth="3"
          strokeDasharray={`${(health / 100) * ROUND} ${ROUND}`}
        />
      </svg>
      <span className="text-xs font-semibold">{health}</span>
    </span>
  );
}
