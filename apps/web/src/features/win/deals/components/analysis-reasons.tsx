import { Link } from '@tanstack/react-router';
import type { WinLoss } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';

/** Why deals ended, by us; and where the buyer said something else. */
export function Reasons({ reasons, cited }: { reasons: WinLoss['reasons']; cited: readonly string[] }) {
  const { t } = useTranslation('deals');
  const { closed, asked, agreed, pairs } = reasons;
  const most = Math.max(...closed.map(({ won, lost }) => won + lost), 1);
  return (
    <section
      id="cite-reasons"
      className={`grid gap-2 rounded-tile ${cited.includes('reasons') ? 'bg-mark-soft' : ''}`}
    >
      <h2 className="font-semibold">{t('analysis.reasons')}</h2>
      <ul className="grid gap-1.5">
        {closed.map(({ reason, won, lost }) => (
          <li key={reason} className="grid grid-cols-[110px_minmax(0,1fr)_110px] items-center gap-3">
            <span>{t(`reason.${reason}`)}</span>
            <span aria-hidden className="flex h-2 overflow-hidden rounded-full bg-sunken">
              <span className="bg-ok" style={{ width: `${(won / most) * 100}%` }} />
              <span className="bg-danger" style={{ width: `${(lost / most) * 100}%` }} />
            </span>
            <span className="text-xs text-ink-2">{t('analysis.won_lost', { won, lost })}</span>
          </li>
        ))}
      </ul>
      <h3 className="pt-2 text-xs font-medium text-ink-2">{t('analysis.apart', { asked, agreed })}</h3>
      {asked === 0 ? <p className="text-ink-2">{t('analysis.not_asked')}</p> : null}
      <ul className="grid gap-1.5">
        {pairs.map(({ ours, buyers, deals, examples }) => (
          <li key={`${ours}-${buyers}`} className="grid gap-0.5">
            <p>
              {t('analysis.pair', { ours: t(`reason.${ours}`), buyers: t(`reason.${buyers}`), count: deals })}
            </p>
            <p className="flex flex-wrap gap-x-3 text-xs">
              {examples.map(({ id, title }) => (
                <Link key={id} to="/deals/$dealId" params={{ dealId: id }} className="text-ink-2 underline">
                  {title}
                </Link>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
