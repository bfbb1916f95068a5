import type { ClientSummary, LifecycleStage } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { dayNumber } from '../model/moments';

const STAGES: readonly LifecycleStage[] = ['sales', 'onboarding', 'support', 'success'];

/** Where the client stands on its way with us, and since how many days. */
export function StageBar({ client, now }: { client: ClientSummary; now: Date }) {
  const { t } = useTranslation('copilot');
  const reached = STAGES.indexOf(client.stage);
  return (
    <ol className="grid grid-cols-4 gap-1" aria-label={t('stage.title')}>
      {STAGES.map((stage, index) => (
        <li
          key={stage}
          aria-current={index === reached ? 'step' : undefined}
          className="grid gap-1.5 text-xs"
        >
          <span className={`h-1.5 rounded-full ${index <= reached ? 'bg-ink' : 'bg-line'}`} />
          <span className="flex flex-wrap justify-between gap-x-2">
            <span className={index === reached ? 'font-semibold' : 'text-ink-3'}>{t(`stage.${stage}`)}</span>
            {index === reached ? (
              <span className="pr-2 text-ink-3">
                {t('stage.day', { day: dayNumber(client.stageSince, now) })}
              </span>
            ) : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
