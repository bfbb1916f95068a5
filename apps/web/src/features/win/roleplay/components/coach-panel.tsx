import { Link } from '@tanstack/react-router';
import type { PracticeHint, PracticeSession } from '@tokenholic/contracts';
import { formatPercent } from '@tokenholic/presentation';
import { Lightbulb } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { classes } from '@/ui/classes';
import { ErrorState } from '@/ui/states';
import type { PracticeActions } from '../api/practice';
import { MoodMeter } from './mood-meter';

const MUCH = 0.65;

interface PanelProps {
  session: PracticeSession;
  hint: PracticeActions['hint'];
}

/** What a coach sees while the talk goes on. */
export function CoachPanel({ session, hint }: PanelProps) {
  const { t } = useTranslation('roleplay');
  const language = useLanguage();
  const { coach, mood, phase } = session;
  const rows: { label: string; value: string | number; bad: boolean }[] = [
    { label: t('coach.ratio'), value: formatPercent(coach.talkRatio, language), bad: coach.talkRatio > MUCH },
    { label: t('coach.open'), value: coach.openQuestions, bad: false },
    {
      label: t('coach.closed'),
      value: coach.closedQuestions,
      bad: coach.closedQuestions > coach.openQuestions + 2,
    },
    {
      label: t('coach.step'),
      value: t(`coach.steps.${coach.nextStep}`),
      bad: phase === 'deciding' && coach.nextStep !== 'concrete',
    },
  ];
  return (
    <section className="grid gap-4 rounded-card border border-line bg-surface p-4">
      <h2 className="font-semibold">{t('coach.title')}</h2>
      <MoodMeter mood={mood} />
      <p className="text-xs text-ink-2">{t(`phase.${phase}`)}</p>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-2">
        {rows.map(({ label, value, bad }) => (
          <div key={label}>
            <dt className="text-xs text-ink-2">{label}</dt>
            <dd className={classes('text-base font-semibold', bad && 'text-danger')}>{value}</dd>
          </div>
        ))}
      </dl>
      <Open label={t('coach.objection')} text={coach.unansweredObjection} />
      {coach.unansweredObjection === null ? null : (
        <Link
          to="/objections"
          search={{ said: coach.unansweredObjection }}
          className="justify-self-start text-xs underline"
        >
          {t('answer_objection')}
        </Link>
      )}
      <Open label={t('coach.question')} text={coach.unansweredQuestion} />
      {coach.unsupportedClaims.length === 0 ? null : (
        <div className="grid gap-1">
          <p className="text-xs font-medium text-danger">{t('coach.claims')}</p>
          <ul className="grid gap-1 text-xs">
            {coach.unsupportedClaims.map((claim) => (
              <li key={claim}>“{claim}”</li>
            ))}
          </ul>
        </div>
      )}
      <Hint key={session.turns.length} session={session} hint={hint} />
    </section>
  );
}

function Open({ label, text }: { label: string; text: string | null }) {
  return text === null ? null : (
    <div className="grid gap-1 border-l-2 border-mark pl-3">
      <p className="text-xs font-medium text-ink-2">{label}</p>
      <p>{text}</p>
    </div>
  );
}

function Hint({ session, hint }: PanelProps) {
  const { t } = useTranslation('roleplay');
  const local = useLocal();
  const [given, setGiven] = useState<PracticeHint | null>(null);
  if (!session.mine) return null;
  return (
    <div className="grid gap-2">
      {given === null ? (
        <>
          <Button disabled={hint.isPending} onClick={() => hint.mutate(session.id, { onSuccess: setGiven })}>
            <Lightbulb aria-hidden className="size-4" /> {t('coach.hint')}
          </Button>
          <p className="text-xs text-ink-3">{t('coach.hint_help')}</p>
        </>
      ) : (
        <output className="grid gap-1 rounded-control bg-mark-soft p-3">
          <p className="font-medium">{local(given.advice)}</p>
          <p className="text-ink-2">{local(given.example)}</p>
        </output>
      )}
      {hint.error === null ? null : <ErrorState error={hint.error} />}
    </div>
  );
}
