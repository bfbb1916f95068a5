import type { ClientSummary, Onlooker } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { shortAgo } from '../model/moments';
import { HealthRing } from './health-ring';
import { OnlookerFaces } from './onlookers';

interface ClientRowProps {
  client: ClientSummary;
  chosen: boolean;
  /** Colleagues who have this client on the screen. */
  onlookers: readonly Onlooker[];
  now: Date;
  onChoose: () => void;
}

/** One client of the list: health, name and stage, the last thing that happened, and what changed. */
export function ClientRow({ client, chosen, onlookers, now, onChoose }: ClientRowProps) {
  const { t } = useTranslation('copilot');
  const language = useLanguage();
  const { health, healthChange, name, stage, lastLine, lastAt, unread, waiting } = client;
  return (
    <button
      type="button"
      aria-current={chosen ? 'true' : undefined}
      onClick={onChoose}
      className="grid h-full w-full grid-cols-[36px_minmax(0,1fr)_auto] items-center gap-3 border-b border-line px-3 text-left hover:bg-sunken aria-[current]:bg-surface aria-[current]:shadow-[inset_3px_0_0_var(--ink)]"
    >
      <HealthRing health={health} />
      <span className="grid min-w-0">
        <span className="flex min-w-0 items-baseline gap-1.5">
          <span className="truncate font-semibold">{name}</span>
          <span className="shrink-0 text-2xs text-ink-3">{t(`stage.${stage}`)}</span>
          <OnlookerFaces people={onlookers} small />
        </span>
        <span className={`truncate ${unread ? 'text-ink' : 'text-ink-3'}`}>{lastLine?.[language] ?? ''}</span>
      </span>
      <span className="grid justify-items-end gap-0.5 text-2xs text-ink-3">
        <time dateTime={lastAt}>{shortAgo(lastAt, now, language)}</time>
        <span className="flex items-center gap-1.5">
          {healthChange === 0 ? null : (
            <span className={healthChange > 0 ? 'text-ok' : 'text-danger'}>
              {healthChange > 0 ? `+${healthChange}` : `−${-healthChange}`}
            </span>
          )}
          {waiting > 0 ? (
            <span
              title={t('waiting_count', { count: waiting })}
              className="rounded-tile bg-mark px-1 text-mark-ink"
            >
              {waiting}
              <span className="sr-only"> {t('waiting')}</span>
            </span>
          ) : null}
          {unread ? (
            <span className="size-2 rounded-full bg-info">
              <span className="sr-only">{t('unread')}</span>
            </span>
          ) : null}
        </span>
      </span>
    </button>
  );
}
