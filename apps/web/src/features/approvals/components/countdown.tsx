import { Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { countdown, shareGone } from '../model/countdown';
import { useSecond } from '../model/use-second';

const COLOUR = { over: 'text-danger', soon: 'text-warn', calm: 'text-ink-2' };
const BAR = { over: 'bg-danger', soon: 'bg-warn', calm: 'bg-ink-3' };

interface CountdownProps {
  startedAt: string;
  dueAt: string;
  /** With the bar that fills. */
  bar?: boolean;
}

/** How much time is left, live. */
export function Countdown({ startedAt, dueAt, bar = false }: CountdownProps) {
  const { t } = useTranslation('approvals');
  const language = useLanguage();
  const now = useSecond();
  const { text, pressure } = countdown(dueAt, now, language);
  return (
    <span className="grid gap-1">
      <span
        role="timer"
        className={`flex items-center gap-1 whitespace-nowrap tabular-nums ${COLOUR[pressure]}`}
      >
        <Clock className="size-3.5 shrink-0" aria-hidden />
        <span className="sr-only">{t('time')}</span>
        {text}
      </span>
      {bar ? (
        <span aria-hidden className="block h-1.5 w-full overflow-hidden rounded-full bg-sunken">
          <span
            className={`block h-full ${BAR[pressure]}`}
            style={{ width: `${shareGone(startedAt, dueAt, now) * 100}%` }}
          />
        </span>
      ) : null}
    </span>
  );
}
