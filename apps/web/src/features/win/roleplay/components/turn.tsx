import type { Language, PracticeTurn } from '@tokenholic/contracts';
import { RotateCcw, Volume2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { EngineLabel } from '@/ui/confidence';

interface TurnProps {
  turn: PracticeTurn;
  language: Language;
  /** The mood before this line. */
  before: number | null;
  speak: ((text: string) => void) | null;
  retry: (() => void) | null;
  busy: boolean;
}

/** One line of the talk; beneath the seller's what it did to the customer's mood and what it claimed. */
export function Turn({ turn, language, before, speak, retry, busy }: TurnProps) {
  const { t } = useTranslation('roleplay');
  const mine = turn.speaker === 'seller';
  const change = mine && turn.mood !== null && before !== null ? turn.mood - before : null;
  const bare = turn.claims.filter(({ basis }) => basis === 'none');
  const sourced = turn.claims.flatMap(({ source }) => (source === null ? [] : [source]));
  return (
    <div className={classes('grid gap-1.5', mine ? 'justify-items-end' : 'justify-items-start')}>
      <div
        className={classes(
          'grid max-w-[62ch] gap-1 rounded-card border px-4 py-3',
          mine ? 'border-line-strong bg-sunken' : 'border-line bg-surface',
        )}
      >
        <span className="flex items-center gap-2 text-xs font-medium text-ink-2">
          {t(`speaker.${turn.speaker}`)}
          {turn.engine === null ? null : <EngineLabel engine={turn.engine} />}
          {speak === null ? null : (
            <button
              type="button"
              aria-label={t('read_aloud')}
              onClick={() => speak(turn.text)}
              className="grid size-6 place-items-center rounded-control hover:bg-sunken max-md:size-11"
            >
              <Volume2 aria-hidden className="size-3.5" />
            </button>
          )}
        </span>
        <p lang={language} className="text-base whitespace-pre-wrap">
          {turn.text}
        </p>
      </div>
      {mine ? (
        <div className="flex flex-wrap items-center justify-end gap-x-3 gap-y-1 text-xs text-ink-2">
          {turn.reasons.map((reason) => (
            <span key={reason}>{t(`reason.${reason}`)}</span>
          ))}
          {change === null || change === 0 ? null : (
            <span className={classes('font-medium', change > 0 ? 'text-ok' : 'text-danger')}>
              {t('mood.change', { change: change > 0 ? `+${change}` : `−${-change}` })}
            </span>
          )}
          {retry === null ? null : (
            <Button size="small" variant="ghost" className="max-md:h-11" disabled={busy} onClick={retry}>
              <RotateCcw aria-hidden className="size-3.5" /> {t('retry')}
            </Button>
          )}
        </div>
      ) : null}
      {bare.map(({ text }) => (
        <p key={text} className="max-w-[62ch] text-xs text-danger">
          {t('claim.none', { text })}
        </p>
      ))}
      {sourced.map(({ title, quote, url }) => (
        <p key={quote} className="max-w-[62ch] text-xs text-ok">
          {t('claim.knowledge')}{' '}
          {url === null ? (
            title
          ) : (
            <a className="underline" href={url}>
              {title}
            </a>
          )}
        </p>
      ))}
    </div>
  );
}
