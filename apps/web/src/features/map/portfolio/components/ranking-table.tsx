import { Link } from '@tanstack/react-router';
import type { PortfolioEntry } from '@tokenholic/contracts';
import { formatMoney, formatPercent, formatTokens } from '@tokenholic/presentation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { ShareBar } from '@/ui/share-bar';
import type { PortfolioSearch } from '../../map-search';
import { moveOf, type Ranking } from '../model/portfolio';
import { signed } from '../model/signed';

const PAGE = 50;

interface RankingTableProps {
  entries: readonly PortfolioEntry[];
  ranking: Ranking;
  onSearch: (change: Partial<PortfolioSearch>) => void;
}

const COLUMNS = ['tokens', 'ours', 'winnable', 'moved'] as const;

/** Every client in order of the chosen figure; a name leads to its map. */
export function RankingTable({ entries, ranking, onSearch }: RankingTableProps) {
  const { t } = useTranslation('portfolio');
  const [pages, setPages] = useState(1);
  const shown = entries.slice(0, pages * PAGE);
  return (
    <section className="grid gap-3">
      <h2 className="text-lg font-semibold">{t('ranking')}</h2>
      <section
        aria-label={t('ranking')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="overflow-x-auto rounded-card border border-line bg-surface"
      >
        <table className="w-full min-w-[920px] text-left">
          <caption className="sr-only">{t('ranking')}</caption>
          <thead className="text-xs text-ink-3">
            <tr className="border-b border-line-strong">
              <th scope="col" className="px-4 py-2.5 font-medium">
                {t('column.client')}
              </th>
              <th scope="col" className="w-1/4 px-4 py-2.5 font-medium">
                {t('column.shares')}
              </th>
              {COLUMNS.map((column) => (
                <th
                  key={column}
                  scope="col"
                  aria-sort={ranking === column ? 'descending' : 'none'}
                  className="px-4 py-1 text-right font-medium"
                >
                  <button
                    type="button"
                    onClick={() => onSearch({ by: column })}
                    className={`min-h-8 whitespace-nowrap hover:text-ink ${ranking === column ? 'font-semibold text-ink' : ''}`}
                  >
                    {t(`column.${column}`)}
                    {ranking === column ? ' ↓' : ''}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((entry) => (
              <ClientRow key={entry.clientId} entry={entry} />
            ))}
          </tbody>
        </table>
      </section>
      {shown.length < entries.length ? (
        <Button className="justify-self-start" onClick={() => setPages(pages + 1)}>
          {t('more', { count: Math.min(PAGE, entries.length - shown.length) })}
        </Button>
      ) : null}
    </section>
  );
}

function ClientRow({ entry }: { entry: PortfolioEntry }) {
  const { t } = useTranslation('portfolio');
  const language = useLanguage();
  const move = moveOf(entry);
  const people = entry.agents.map(({ name }) => name[language]).join(', ');
  const about = [
    entry.industry?.name[language] ?? t('without.industry'),
    t(`stage.${entry.stage}`),
    people === '' ? t('without.owner') : people,
  ];
  return (
    <tr className="border-t border-line first:border-0">
      <th scope="row" className="max-w-72 px-4 py-2.5 font-normal">
        <Link
          to="/clients/$clientId/map"
          params={{ clientId: entry.clientId }}
          className="block truncate font-semibold hover:underline"
        >
          {entry.clientName}
        </Link>
        <span className="block truncate text-xs text-ink-3">
          {about.join(' · ')}
          {entry.basis === 'industry_benchmark' ? ` · ${t('benchmark')}` : ''}
        </span>
      </th>
      <td className="px-4 py-2.5">
        <ShareBar shares={entry.shares} />
      </td>
      <td className="px-4 py-2.5 text-right">{formatTokens(entry.tokensPerYear, language).text}</td>
      <td className="px-4 py-2.5 text-right">{formatPercent(entry.ourShare, language)}</td>
      <td className="px-4 py-2.5 text-right font-semibold">
        {formatMoney(entry.winnableTopThree, language).text}
      </td>
      <td className="px-4 py-2.5 text-right text-ink-2">
        {move === null
          ? '–'
          : move.isNew
            ? t('new')
            : signed(move.tokens, (value) => formatTokens(value, language).text)}
      </td>
    </tr>
  );
}
