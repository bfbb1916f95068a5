import type { CoachEvidence } from '@tokenholic/contracts';
import { useLocal } from '@/i18n';

/** The facts something rests on, with the words that were said. */
export function EvidenceList({ evidence }: { evidence: readonly CoachEvidence[] }) {
  const local = useLocal();
  return (
    <ul className="grid gap-1 text-xs text-ink-2">
      {evidence.map(({ text, quote, activityId }) => (
        <li key={`${activityId ?? ''}${text.en}`}>
          {local(text)}
          {quote === null ? null : (
            <blockquote className="mt-0.5 border-l-2 border-line-strong pl-2 text-ink">{quote}</blockquote>
          )}
        </li>
      ))}
    </ul>
  );
}
