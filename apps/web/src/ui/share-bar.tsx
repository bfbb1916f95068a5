import type { Totals } from '@tokenholic/contracts';
import { formatPercent, groups } from '@tokenholic/presentation';
import { useLanguage } from '@/i18n';
import { useTheme } from '@/preferences/preferences';

/** Shares of the families of providers side by side. */
export function ShareBar({ shares }: { shares: Totals['shares'] }) {
  const theme = useTheme();
  const language = useLanguage();
  const label = shares
    .map(({ group, share }) => `${groups[group].name[language]} ${formatPercent(share, language)}`)
    .join(', ');
  return (
    <div role="img" aria-label={label} className="flex h-5 w-full gap-[2px] overflow-hidden rounded-tile">
      {shares.map(({ group, share }) => (
        <div
          key={group}
          style={{
            flexGrow: share,
            flexBasis: 0,
            background: groups[group][theme].fill,
            color: groups[group][theme].text,
          }}
          className="@container grid min-w-0 place-items-center overflow-hidden text-2xs"
        >
          <span className="hidden @min-[2rem]:inline">{formatPercent(share, language)}</span>
        </div>
      ))}
    </div>
  );
}
