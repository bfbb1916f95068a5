import { classes } from '@/ui/classes';
import { gradeOf } from '../model/labels';

const LOOK = { strong: 'text-ok', fair: 'text-warn', weak: 'text-danger' };

/** Points of 100; the colour only repeats what the figure says. */
export function Points({ points, large = false }: { points: number; large?: boolean }) {
  return (
    <span className={classes('font-semibold', LOOK[gradeOf(points)], large ? 'text-kpi' : 'text-base')}>
      {points}
    </span>
  );
}

const FILL = { strong: 'bg-ok', fair: 'bg-warn', weak: 'bg-danger' };

/** A bar from 0 to 100 beside its figure. */
export function PointsBar({ points }: { points: number }) {
  return (
    <span aria-hidden className="block h-1.5 w-full overflow-hidden rounded-tile bg-sunken">
      <span className={classes('block h-full', FILL[gradeOf(points)])} style={{ width: `${points}%` }} />
    </span>
  );
}
