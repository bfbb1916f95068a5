import type { PublicSource } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';

const SOURCES: readonly PublicSource[] = [
  ...(['reference', 'wikidata', 'wikipedia', 'github', 'news'] as const),
  ...(['jobs', 'filings', 'social', 'search'] as const),
];

interface SourceSwitchesProps {
  skipped: readonly PublicSource[];
  onChange: (skipped: readonly PublicSource[]) => void;
}

/** Which public sources are looked at; a client may be better served without some of them. */
export function SourceSwitches({ skipped, onChange }: SourceSwitchesProps) {
  const { t } = useTranslation('home');
  return (
    <fieldset className="col-span-full flex min-w-0 flex-wrap gap-x-5 gap-y-1">
      <legend className="sr-only">{t('sources.label')}</legend>
      {SOURCES.map((source) => (
        <label key={source} className="flex min-h-8 items-center gap-2 text-ink-2 max-md:min-h-11">
          <input
            type="checkbox"
            checked={!skipped.includes(source)}
            onChange={(event) =>
              onChange(
                event.target.checked ? skipped.filter((other) => other !== source) : [...skipped, source],
              )
            }
            className="size-4 accent-[var(--ink)]"
          />
          {t(`sources.${source}`)}
        </label>
      ))}
      <p className="basis-full text-xs text-ink-3">{t('sources.jobs_help')}</p>
    </fieldset>
  );
}
