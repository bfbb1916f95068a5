import type { PointAnswer, SolutionVersion } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';

const TONE: Record<PointAnswer['outcome'], string> = {
  done: 'text-ok',
  partly: 'text-warn',
  not_possible: 'text-danger',
  locked: 'text-ink-2',
};

/** How this version answers each point of the feedback it was made from. */
export function PointAnswers({ version }: { version: SolutionVersion }) {
  const { t } = useTranslation('solutions');
  const local = useLocal();
  if (version.restoredFrom !== null)
    return <p className="text-ink-2">{t('restored_from', { number: version.restoredFrom })}</p>;
  if (version.reason !== null)
    return <p className="text-ink-2">{t('drawn_because', { reason: version.reason })}</p>;
  if (version.points.length === 0) return null;
  return (
    <section aria-labelledby="points" className="grid gap-2 rounded-card border border-line bg-surface p-4">
      <h2 id="points" className="text-lg font-semibold">
        {t('answered', { from: version.parent })}
      </h2>
      <ul className="grid gap-2">
        {version.points.map((point) => {
          const answer = version.answers.find(({ pointId }) => pointId === point.id);
          return (
            <li key={point.id} className="grid gap-0.5 border-t border-line pt-2 [overflow-wrap:anywhere]">
              <span className="font-medium">{local(point.reads)}</span>
              <span className="text-xs text-ink-2">“{point.quote}”</span>
              {answer === undefined ? null : (
                <span>
                  <span className={TONE[answer.outcome]}>{t(`outcome.${answer.outcome}`)}</span>{' '}
                  {local(answer.how)}{' '}
                  <a href={`#section-${answer.where}`} className="underline">
                    {t(`section.${answer.where}`)}
                  </a>
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {version.feedback === null ? null : (
        <details>
          <summary className="cursor-pointer text-xs text-ink-2">{t('feedback_whole')}</summary>
          <p className="max-h-60 overflow-y-auto pt-2 whitespace-pre-line [overflow-wrap:anywhere]">
            {version.feedback}
          </p>
        </details>
      )}
    </section>
  );
}
