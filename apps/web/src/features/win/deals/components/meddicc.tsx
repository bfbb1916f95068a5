import type { DealCoach } from '@tokenholic/contracts';
import { Check, CircleDashed } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EvidenceList } from './evidence-list';

/** What is known of the deal letter by letter; a gap is something nobody has asked yet. */
export function Meddicc({ lines }: { lines: DealCoach['meddicc'] }) {
  const { t } = useTranslation('deals');
  if (lines.length === 0) return null;
  const gaps = lines.filter(({ known }) => !known).length;
  return (
    <div className="grid gap-1">
      <h3 className="text-xs font-medium text-ink-2">
        MEDDICC · {gaps === 0 ? t('meddicc.full') : t('meddicc.gaps', { count: gaps })}
      </h3>
      <ul className="grid grid-cols-4 gap-1 max-md:grid-cols-2">
        {lines.map(({ letter, known, evidence }) => (
          <li key={letter}>
            <details
              className={`rounded-tile border px-2 py-1 ${known ? 'border-line' : 'border-dashed border-line-strong'}`}
            >
              <summary className="flex min-h-7 cursor-pointer items-center gap-1.5 text-xs max-md:min-h-11">
                {known ? (
                  <Check aria-hidden className="size-3.5 shrink-0 text-ok" />
                ) : (
                  <CircleDashed aria-hidden className="size-3.5 shrink-0 text-warn" />
                )}
                <span className="font-medium">{t(`meddicc.${letter}`)}</span>
                <span className="sr-only">{t(known ? 'meddicc.known' : 'meddicc.gap')}</span>
              </summary>
              {known ? (
                <EvidenceList evidence={evidence} />
              ) : (
                <p className="pb-1 text-xs text-ink-2">{t(`meddicc.ask_${letter}`)}</p>
              )}
            </details>
          </li>
        ))}
      </ul>
    </div>
  );
}
