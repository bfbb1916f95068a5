import type { PracticeCriterion, PracticeSession } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';

/** Two attempts side by side: points of each criterion, and the first line in which they part. */
export function Comparison({ one, other }: { one: PracticeSession; other: PracticeSession }) {
  const { t } = useTranslation('roleplay');
  const criteria = [
    ...new Set([one, other].flatMap(({ score }) => score?.criteria.map(({ criterion }) => criterion) ?? [])),
  ];
  const pointsOf = ({ score }: PracticeSession, wanted: PracticeCriterion) =>
    score?.criteria.find(({ criterion }) => criterion === wanted)?.points ?? null;
  const parts = one.turns.findIndex(({ text }, index) => other.turns[index]?.text !== text);
  const number = ({ id }: PracticeSession) => one.attempts.findIndex((attempt) => attempt.id === id) + 1;
  return (
    <div className="grid gap-3">
      <table className="w-full text-left">
        <caption className="sr-only">{t('attempts.caption')}</caption>
        <thead>
          <tr className="text-xs text-ink-2">
            <th scope="col" className="py-1 font-medium">
              {t('attempts.criterion')}
            </th>
            {[one, other].map((session) => (
              <th key={session.id} scope="col" className="py-1 text-right font-medium">
                {t('attempts.number', { number: number(session) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {criteria.map((criterion) => (
            <tr key={criterion} className="border-t border-line">
              <th scope="row" className="py-1 font-normal">
                {t(`criterion.${criterion}`)}
              </th>
              <td className="text-right">{pointsOf(one, criterion) ?? '–'}</td>
              <td className="text-right">{pointsOf(other, criterion) ?? '–'}</td>
            </tr>
          ))}
          <tr className="border-t border-line-strong font-semibold">
            <th scope="row" className="py-1">
              {t('attempts.total')}
            </th>
            <td className="text-right">{one.score?.total ?? '–'}</td>
            <td className="text-right">{other.score?.total ?? '–'}</td>
          </tr>
        </tbody>
      </table>
      {parts < 0 ? null : (
        <div className="grid gap-2 text-xs">
          <p className="font-medium">{t('attempts.parts')}</p>
          <dl className="grid gap-2">
            {[one, other].map((session) => (
              <div key={session.id}>
                <dt className="text-ink-2">{t('attempts.number', { number: number(session) })}</dt>
                <dd>{session.turns[parts]?.text ?? '–'}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </div>
  );
}
