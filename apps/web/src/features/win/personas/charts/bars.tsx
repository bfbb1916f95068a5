export interface Bar {
  label: string;
  /** Two parts side by side at most; the first is theirs. */
  parts: readonly { value: number; className: string; label: string }[];
}

interface BarsProps {
  label: string;
  bars: readonly Bar[];
}

const WIDTH = 420;
const NAME = 96;
const ROW = 22;

/** Horizontal bars from one zero line, each with its figure. */
export function Bars({ label, bars }: BarsProps) {
  const totals = bars.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0));
  const most = Math.max(1, ...totals);
  const scale = (WIDTH - NAME - 112) / most;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${bars.length * ROW}`} role="img" aria-label={label} className="w-full">
      {bars.map(({ label: name, parts }, index) => {
        let left = NAME;
        const y = index * ROW;
        return (
          <g key={name}>
            <text x={0} y={y + 14} className="fill-ink-2 text-[11px]">
              {name}
            </text>
            {parts.map((part) => {
              const x = left;
              left += part.value * scale;
              return (
                <rect
                  key={part.label}
                  x={x}
                  y={y + 3}
                  width={Math.max(0, part.value * scale - 1)}
                  height={ROW - 8}
                  rx={2}
                  className={part.className}
                />
              );
            })}
            <text x={left + 6} y={y + 14} className="fill-ink text-[11px]">
              {parts.map(({ label: text }) => text).join(' · ')}
            </text>
          </g>
        );
      })}
      <line x1={NAME} x2={NAME} y1={0} y2={bars.length * ROW} className="stroke-line-strong" />
    </svg>
  );
}
