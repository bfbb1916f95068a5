interface WinRateBarProps {
  won: number;
  deals: number;
  /** The interval of the rate, in [0, 1]. */
  low: number;
  high: number;
}

/** A win rate on its interval; the figures stand beside it. */
export function WinRateBar({ won, deals, low, high }: WinRateBarProps) {
  return (
    <span aria-hidden className="relative block h-3 rounded-full bg-sunken max-md:hidden">
      <span
        className="absolute inset-y-0.5 rounded-full bg-line-strong"
        style={{ left: `${low * 100}%`, width: `${(high - low) * 100}%` }}
      />
      <span
        className="absolute inset-y-0 w-[3px] rounded-full bg-ink"
        style={{ left: `calc(${(won / Math.max(deals, 1)) * 100}% - 1px)` }}
      />
    </span>
  );
}
