import type { ProviderGroup } from '@tokenholic/contracts';
import { groups } from '@tokenholic/presentation';
import { useTheme } from '@/preferences/preferences';

/** The letter and colour of a family of providers. */
export function Glyph({ group, large = false }: { group: ProviderGroup; large?: boolean }) {
  const { fill, text } = groups[group][useTheme()];
  return (
    <span
      aria-hidden
      style={{ background: fill, color: text }}
      className={`inline-grid shrink-0 place-items-center rounded-tile font-semibold ${large ? 'size-6 text-xs' : 'size-4 text-[0.625rem]'}`}
    >
      {groups[group].glyph}
    </span>
  );
}
