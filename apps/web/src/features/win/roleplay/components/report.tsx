import type { PracticeSession } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { useAllowed } from '@/api/session';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { ConfidenceBars, EngineLabel } from '@/ui/confidence';
import type { PracticeActions } from '../api/practice';
import { CriterionCard } from './criterion-card';
import { OverrideForm } from './override-form';
import { Points, PointsBar } from './points';

interface ReportProps {
  session: PracticeSession;
  actions: PracticeActions;
}

/** The score with what it rests on, a manager's correction beside it, and what can be done with the talk. */
export function Report({ session, actions: { act } }: ReportProps) {
  const { t } = useTranslation('roleplay');
  const local = useLocal();
  const manages = useAllowed('client.assign');
  const { score, confidence, override, mine, handedInAt, judging, id } = session;
  const again = (
    <Button disabled={act.isPending} onClick={() => act.mutate({ id, verb: 'score' })}>
      {t(score === null ? 'score.make' : 'score.again')}
    </Button>
  );
  if (score === null)
    return (
      <section className="grid gap-3 rounded-card border border-line bg-surface p-4">
        <h2 className="font-semibold">{t('score.title')}</h2>
        <p>{t('score.none')}</p>
        {mine ? again : null}
      </section>
    );
  return (
    <section className="grid gap-4 rounded-card border border-line bg-surface p-4">
      <div className="grid gap-1">
        <h2 className="font-semibold">{t('score.title')}</h2>
        <p className="flex items-baseline gap-2">
          <Points points={override?.total ?? score.total} large />
          <span className="text-ink-3">/ 100</span>
          {override === null ? null : (
            <s className="text-ink-3">{t('score.computed', { points: score.total })}</s>
          )}
        </p>
        {override === null ? null : (
          <p className="font-semibold">
            {t('score.corrected', { name: local(override.by) })}: {override.reason}
          </p>
        )}
        <p className="flex flex-wrap items-center gap-2 text-xs text-ink-3">
          <EngineLabel engine={score.engine} />
          {confidence === null ? null : <ConfidenceBars confidence={confidence} />}
          {score.hints > 0 ? t('score.hints', { count: score.hints }) : null}
          {judging ? <output>{t('score.judging')}</output> : null}
        </p>
      </div>
      <ul className="grid gap-2">
        {score.skills.map(({ skill, points }) => (
          <li key={skill} className="grid gap-1">
            <span className="flex justify-between gap-2">
              {t(`skill.${skill}`)} <Points points={points} />
            </span>
            <PointsBar points={points} />
          </li>
        ))}
      </ul>
      <ol className="grid gap-2">
        {[...score.criteria]
          .sort((a, b) => (100 - b.points) * b.weight - (100 - a.points) * a.weight)
          .map((point) => (
            <CriterionCard key={point.criterion} point={point} />
          ))}
      </ol>
      {mine ? (
        <div className="flex flex-wrap items-center gap-2">
          {handedInAt === null ? (
            <Button
              variant="primary"
              disabled={act.isPending}
              onClick={() => act.mutate({ id, verb: 'hand-in' })}
            >
              {t('hand_in')}
            </Button>
          ) : (
            <span className="font-medium text-ok">{t('handed_in')}</span>
          )}
          {again}
          {handedInAt === null ? <p className="w-full text-xs text-ink-3">{t('hand_in_help')}</p> : null}
        </div>
      ) : null}
      {manages && handedInAt !== null ? <OverrideForm session={session} /> : null}
    </section>
  );
}
