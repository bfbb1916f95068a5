import type { DiagramChange } from '@tokenholic/contracts';
import { pathOf } from '@tokenholic/presentation/diagram';
import { classes } from '@/ui/classes';

interface DiagramLineProps {
  points: readonly { x: number; y: number }[];
  dashed: boolean;
  /** It begins or ends at the chosen node. */
  strong: boolean;
  change: DiagramChange;
}

/** A line between two boxes with its arrow head. */
export function DiagramLine({ points, dashed, strong, change }: DiagramLineProps) {
  const [end, before] = [points.at(-1), points.at(-2)];
  if (end === undefined || before === undefined) return null;
  const [dx, dy] = [Math.sign(end.x - before.x), Math.sign(end.y - before.y)];
  const back = { x: end.x - dx * 8, y: end.y - dy * 8 };
  const color = change === 'added' ? 'text-ok' : change === 'removed' ? 'text-danger' : 'text-ink-3';
  return (
    <g className={classes(color, strong && 'text-ink')}>
      <path
        d={pathOf(points)}
        fill="none"
        stroke="currentColor"
        strokeWidth={strong || change !== 'same' ? 2.2 : 1.4}
        strokeDasharray={dashed || change === 'removed' ? '5 4' : undefined}
      />
      <path
        d={`M${end.x} ${end.y}L${back.x + dy * 4} ${back.y + dx * 4}L${back.x - dy * 4} ${back.y - dx * 4}Z`}
        fill="currentColor"
      />
    </g>
  );
}
