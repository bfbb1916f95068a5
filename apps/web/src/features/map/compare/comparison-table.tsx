import type { ComparedTile, ComparedUseCase, MapComparison } from '@tokenholic/contracts';
import { formatTokens } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { Glyph } from '@/ui/glyph';
import { EmptyState } from '@/ui/states';

/** Use cases with what moved in them: before and after as a dumbbell on one scale, and the causes in words. */
export function ComparisonTable({ comparison }: { comparison: MapComparison }) {
  const { t } = useTranslation('compare');
  const moved = comparison.useCases.filter(({ change }) => change !== 'same');
  const still = comparison.useCases.length - moved.length;
  const largest = Math.max(
    1,
    ...comparison.useCases.flatMap(({ tokens }) => [tokens.before ?? 0, tokens.after ?? 0]),
  );
  if (moved.length === 0) return <EmptyState title={t('same')} />;
  return (
    <section
      aria-label={t('title')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto rounded-card border border-line bg-surface"
    >
      <table className="w-full min-w-[720px] text-left">
        <caption className="sr-only">{t('title')}</caption>
        <thead>
          <tr className="border-b border-line-strong text-xs text-ink-3">
            <th scope="col" className="w-64 px-4 py-2.5 font-medium">
              {t('column.use')}
            </th>
            <th scope="col" className="w-[34%] px-4 py-2.5 font-medium">
              {t('column.before')} → {t('column.after')}
            </th>
            <th scope="col" className="px-4 py-2.5 font-medium">
              {t('column.why')}
            </th>
          </tr>
        </thead>
        <tbody>
          {moved.map((useCase) => (
            <UseCaseRows key={useCase.key} useCase={useCase} largest={largest} />
          ))}
        </tbody>
      </table>
      {still === 0 ? null : <p className="px-4 py-3 text-ink-3">{t('unchanged', { count: still })}</p>}
    </section>
  );
}

function UseCaseRows({ useCase, largest }: { useCase: ComparedUseCase; largest: number }) {
  const { t } = useTranslation('compare');
  const local = useLocal();
  const tiles = useCase.tiles.filter(({ change, causes }) => change !== 'same' || causes.length > 0);
  return (
    <>
      <tr className="border-t border-line-strong align-middle">
        <th scope="row" className="px-4 py-3 font-semibold">
          {local(useCase.name)}
        </th>
        <td className="px-4 py-3">
          <Dumbbell tokens={useCase.tokens} largest={largest} />
        </td>
        <td className="px-4 py-3 text-ink-3">{t(`change.${useCase.change}`)}</td>
      </tr>
      {tiles.map((tile) => (
        <TileRow key={tile.key} tile={tile} largest={largest} />
      ))}
    </>
  );
}

function TileRow({ tile, largest }: { tile: ComparedTile; largest: number }) {
  const local = useLocal();
  return (
    <tr className="border-t border-line align-top">
      <td className="px-4 py-2">
        <span className="inline-flex items-center gap-2">
          <Glyph group={tile.group} />
          {local(tile.modelName)}
        </span>
        <span className="block text-xs text-ink-3">{local(tile.providerName)}</span>
      </td>
      <td className="px-4 py-2">
        <Dumbbell tokens={tile.tokens} largest={largest} />
      </td>
      <td className="px-4 py-2">
        {tile.causes.map((cause) => (
          <p key={`${cause.kind}-${cause.text.en}`} className="line-clamp-3">
            {local(cause.text)}
          </p>
        ))}
      </td>
    </tr>
  );
}

/** Lengths go with the root of the tokens, as the sides of the skyline do: small things stay visible. */
function Dumbbell({
  tokens: { before, after },
  largest,
}: {
  tokens: { before: number | null; after: number | null };
  largest: number;
}) {
  const language = useLanguage();
  const place = (value: number | null) => Math.sqrt((value ?? 0) / largest) * 100;
  const [from, to] = [place(before), place(after)];
  const words = (value: number | null) => (value === null ? '–' : formatTokens(value, language).text);
  const grew = (after ?? 0) >= (before ?? 0);
  return (
    <div className="grid gap-1">
      <span className="whitespace-nowrap">
        <span className="text-ink-3">{words(before)} → </span>
        <span className="font-semibold">{words(after)}</span>
      </span>
      <span aria-hidden className="relative block h-3 w-full">
        <span className="absolute inset-x-0 top-[5px] h-px bg-line" />
        <span
          className={`absolute top-1 h-1 ${grew ? 'bg-ink' : 'bg-ink-3'}`}
          style={{ left: `${Math.min(from, to)}%`, width: `${Math.abs(to - from)}%` }}
        />
        {before === null ? null : (
          <span
            className="absolute top-0.5 size-2 -translate-x-1/2 rounded-full border border-ink bg-surface"
            style={{ left: `${from}%` }}
          />
        )}
        {after === null ? null : (
          <span
            className="absolute top-0 size-3 -translate-x-1/2 rounded-full bg-ink"
            style={{ left: `${to}%` }}
          />
        )}
      </span>
    </div>
  );
}
