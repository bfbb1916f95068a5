import { useTranslation } from 'react-i18next';
import { TRIAGE_KEYS } from '../model/use-triage-keys';

/** The keys, where they can be seen. */
export function KeysHelp() {
  const { t } = useTranslation('copilot');
  return (
    <details className="text-xs text-ink-2 max-md:hidden">
      <summary className="cursor-pointer py-1">{t('keys.title')}</summary>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 pt-1">
        {TRIAGE_KEYS.map((key) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="rounded-tile border border-line px-1.5">{key}</kbd>
            </dt>
            <dd>{t(`keys.${key}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
