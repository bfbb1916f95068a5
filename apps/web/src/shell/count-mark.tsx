/** A number drawn on the corner of a link. The link's own name or description tells it in words. */
export function CountMark({ count, critical }: { count: number; critical: boolean }) {
  if (count === 0) return null;
  return (
    <span
      aria-hidden
      data-count={count > 99 ? '99+' : count}
      className={`absolute -top-0.5 -right-0.5 grid h-4 min-w-4 place-items-center rounded-full px-1 text-[10px] font-semibold tabular-nums before:content-[attr(data-count)] ${
        critical ? 'bg-danger text-white' : 'bg-mark text-mark-ink'
      }`}
    />
  );
}
