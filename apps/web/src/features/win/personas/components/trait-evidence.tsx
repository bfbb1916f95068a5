import { Link } from '@tanstack/react-router';
import type { PersonaTrait } from '@tokenholic/contracts';
import { formatDateTime } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';

interface TraitEvidenceProps {
  trait: PersonaTrait;
  contactId: string;
  /** Several values stand on the line: say which one this is about. */
  titled: boolean;
}

/** How it was worked out, and the person's own words or deeds, each leading to its activity. */
export function TraitEvidence({ trait, contactId, titled }: TraitEvidenceProps) {
  const { t } = useTranslation('personas');
  const language = useLanguage();
  const local = useLocal();
  return (
    <div className="grid gap-1.5 border-l-2 border-dotted border-line-strong pl-3 text-xs">
      <p className="text-ink-2">
        {titled ? <strong>{local(trait.label)} · </strong> : null}✦ {t(`via.${trait.via}`)} ·{' '}
        {local(trait.detail)}
      </p>
      <ul className="grid gap-1">
        {trait.evidence.map(({ activityId, at, channel, quote }) => (
          <li key={`${activityId}-${quote}`}>
            {channel === 'web' ? (
              <span className="text-ink-3">
                {t(`channel.${channel}`)} {formatDateTime(at, language)}
              </span>
            ) : (
              <Link
                to="/contacts/$contactId"
                params={{ contactId }}
                hash={`activity-${activityId}`}
                className="text-ink-2 underline"
              >
                {t(`channel.${channel}`)} {formatDateTime(at, language)}
              </Link>
            )}
            {quote === null ? null : <span> “{quote}”</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
