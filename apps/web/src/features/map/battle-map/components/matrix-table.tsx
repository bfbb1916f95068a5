import type { BattleMap } from '@tokenholic/contracts';
import { formatMoney, formatPercent, formatTokens, groups } from '@tokenholic/presentation';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Glyph } from '@/ui/glyph';
import { toMatrix } from '../model/matrix';
import type { Selection } from '../model/selection';
import { Kpis } from './kpis';

/** The map as a table: the same facts for those who read rather than look. */
export function MatrixTable({ map, onSelect }: { map: BattleMap; onSelect: (selection: Selection) => void }) {
  const { t } = useTranslation('map');
  const language = useLanguage();
  const [open, setOpen] = useState<string | null>(null);
  const matrix = toMatrix(map);
  const tokens = (value: number) => formatTokens(value, language).text;
  return (
    <div className="mt-6 grid gap-6">
      <Kpis map={map} />
      <section
        aria-label={t('matrix.caption')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="overflow-x-auto rounded-card border border-line bg-surface"
      >
        <table className="w-full text-right">
          <caption className="sr-only">{t('matrix.caption')}</caption>
          <thead>
            <tr className="border-b border-line-strong text-xs">
              <th scope="col" className="px-4 py-3 text-left font-medium">
                {t('matrix.use_case')}
              </th>
              {matrix.groups.map((group) => (
                <th key={group} scope="col" className="px-4 py-3 font-medium whitespace-nowrap">
                  <span className="inline-flex items-center gap-1.5">
                    <Glyph group={group} />
                    {groups[group].name[language]}
                  </span>
                </th>
              ))}
              <th scope="col" className="px-4 py-3 font-medium">
                {t('matrix.total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {matrix.rows.map((row) => (
              <Fragment key={row.key}>
                <tr className="border-b border-line align-top">
                  <th scope="row" className="px-4 py-2.5 text-left font-semibold">
                    <button
                      type="button"
                      aria-expanded={open === row.key}
                      onClick={() => setOpen(open === row.key ? null : row.key)}
                      className="text-left hover:underline"
                    >
                      {row.name[language]}
                    </button>
                  </th>
                  {row.cells.map((cell, index) => (
                    <td key={matrix.groups[index]} className="px-4 py-2.5">
                      {cell === null ? (
                        <span className="text-ink-3">–</span>
                      ) : (
                        <>
                          <span className="block whitespace-nowrap">{tokens(cell.tokens)}</span>
                          <span className="block text-xs whitespace-nowrap text-ink-3">
                            {formatPercent(cell.share, language)} ·{' '}
                            {cell.value === null
                              ? t('matrix.unpriced')
                              : formatMoney(cell.value, language).text}
                          </span>
                        </>
                      )}
                    </td>
                  ))}
                  <td className="px-4 py-2.5 font-semibold whitespace-nowrap">{tokens(row.total)}</td>
                </tr>
                {open === row.key
                  ? row.tiles.map((tile) => (
                      <tr key={tile.key} className="border-b border-line bg-paper">
                        <td colSpan={matrix.groups.length + 1} className="px-4 py-1.5 text-left">
                          <button
                            type="button"
                            onClick={() => onSelect({ kind: 'tile', key: tile.key })}
                            className="inline-flex items-center gap-2 hover:underline"
                          >
                            <Glyph group={tile.group} />
                            {tile.modelName[language]} · {tile.providerName[language]}
                          </button>
                        </td>
                        <td className="px-4 py-1.5 whitespace-nowrap">{tokens(tile.tokensPerYear.mid)}</td>
                      </tr>
                    ))
                  : null}
              </Fragment>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
