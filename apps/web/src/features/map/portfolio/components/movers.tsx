import { Link } from '@tanstack/react-router';
import type { PortfolioEntry } from '@tokenholic/contracts';
import { formatMoney, formatTokens } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { moveOf, ranked } from '../model/portfolio';
import { signed } from '../model/signed';

const SHOWN = 8;

/** What changed this week, the largest first. */
export function Movers({ entries }: { entries: readonly PortfolioEntry[] }) {
  const { t } = useTranslation('portfolio');
  const language = useLanguage();
  const moved = ranked(entries, 'moved').flatMap((entry) => {
    const move = moveOf(entry);
    return move === null ? [] : [{ entry, move }];
  });
  return (
    <section className="grid gap-3 rounded-card border border-line bg-surface p-5 max-md:p-4">
      <h2 className="text-lg font-semibold">{t('week')}</h2>
      {moved.length === 0 ? <p className="text-ink-3">{t('still')}</p> : null}
      <ul className="grid">
        {moved.slice(0, SHOWN).map(({ entry, move }) => (
          <li key={entry.clientId} className="border-t border-line first:border-0">
            <Link
              to="/clients/$clientId/map"
              params={{ clientId: entry.clientId }}
              className="grid gap-0.5 rounded-control px-2 py-2 hover:bg-sunken"
            >
              <span className="font-medium">{entry.clientName}</span>
              <span className="text-xs text-ink-2">
                {move.isNew
                  ? t('new_map', {
                      tokens: formatTokens(entry.tokensPerYear, language).text,
                      winnable: formatMoney(entry.winnableTopThree, language).text,
                    })
                  : t('moved', {
                      tokens: signed(move.tokens, (value) => formatTokens(value, language).text),
                      points: signed(move.ourShare * 100, (value) => value.toFixed(1)),
                      winnable: signed(move.winnable, (value) => formatMoney(value, language).text),
                    })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {moved.length > SHOWN ? (
        <p className="text-xs text-ink-3">{t('more_moved', { count: moved.length - SHOWN })}</p>
      ) : null}
    </section>
  );
}
