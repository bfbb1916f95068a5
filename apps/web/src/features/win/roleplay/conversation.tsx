import { Link } from '@tanstack/react-router';
import type { PracticeSession } from '@tokenholic/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Field, Textarea } from '@/ui/field';

interface ConversationProps {
  session: PracticeSession;
  busy: boolean;
  act: (path: string, body: object) => Promise<unknown>;
}

/** The talk, with the coach beside it while it goes on and the score after it. */
export function Conversation({ session, busy, act }: ConversationProps) {
  const { t } = useTranslation('roleplay');
  const [text, setText] = useState('');
  const over = session.finishedAt !== null;
  const send = () =>
    act('/lines', { text }).then(
      () => setText(''),
      () => undefined,
    );
  const turns = session.turns.map((turn, index) => ({ ...turn, index }));
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <section className="grid content-start gap-3">
        <ol className="grid gap-3" aria-live="polite">
          {turns.map((turn) => (
            <li key={turn.index} className="grid gap-1 rounded-card border border-line bg-surface p-3">
              <span className="text-xs font-medium text-ink-2">{t(turn.speaker)}</span>
              <p lang={session.language}>{turn.text}</p>
              {over && turn.speaker === 'seller' ? (
                <Button
                  size="small"
                  className="justify-self-start"
                  disabled={busy}
                  onClick={() =>
                    void act('/retry', { keepLines: (turn.index - 1) / 2 }).catch(() => undefined)
                  }
                >
                  {t('retry')}
                </Button>
              ) : null}
            </li>
          ))}
        </ol>
        {over ? null : (
          <form
            className="grid gap-2"
            onSubmit={(event) => {
              event.preventDefault();
              void send();
            }}
          >
            <Field label={t('say')}>
              {(ids) => (
                <Textarea
                  {...ids}
                  maxLength={2000}
                  value={text}
                  onChange={(event) => setText(event.target.value)}
                />
              )}
            </Field>
            <div className="flex gap-2">
              <Button type="submit" variant="primary" disabled={busy || text.trim() === ''}>
                {t('send')}
              </Button>
              <Button disabled={busy} onClick={() => void act('/end', {}).catch(() => undefined)}>
                {t('end')}
              </Button>
            </div>
          </form>
        )}
      </section>
      <aside className="grid content-start gap-4" aria-label={t(over ? 'score' : 'coach')}>
        {over ? <Score session={session} /> : <Coach session={session} />}
      </aside>
    </div>
  );
}

function Coach({ session: { coach, mood } }: { session: PracticeSession }) {
  const { t } = useTranslation('roleplay');
  const local = useLocal();
  const [hinted, setHinted] = useState(false);
  const rows = [
    [t('ratio'), `${Math.round(coach.talkRatio * 100)}%`],
    [t('open'), coach.openQuestions],
    [t('closed'), coach.closedQuestions],
    [t('mood'), mood],
    ...(coach.unansweredObjection === null ? [] : [[t('unanswered'), coach.unansweredObjection]]),
    ...(coach.unsupportedFigures.length === 0
      ? []
      : [[t('unsupported'), coach.unsupportedFigures.join(' · ')]]),
  ];
  return (
    <>
      <h2 className="text-lg font-semibold">{t('coach')}</h2>
      <dl className="grid gap-2">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt className="text-xs text-ink-2">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {coach.unansweredObjection === null ? null : (
        <Link to="/objections" search={{ said: coach.unansweredObjection }} className="underline">
          {t('answer_objection')}
        </Link>
      )}
      <Button onClick={() => setHinted(!hinted)} aria-expanded={hinted}>
        {t('hint')}
      </Button>
      {hinted ? <p>{local(coach.hint)}</p> : null}
    </>
  );
}

function Score({ session: { score } }: { session: PracticeSession }) {
  const { t } = useTranslation('roleplay');
  const local = useLocal();
  if (score === null) return null;
  return (
    <>
      <h2 className="text-lg font-semibold">
        {t('score')} {score.total}
      </h2>
      <ul className="grid gap-3">
        {score.skills.map((one) => (
          <li key={one.skill} className="grid gap-1 border-t border-line pt-2">
            <p className="font-medium">
              {t(`skill.${one.skill}`)} {one.points}
            </p>
            <p className="text-xs text-ink-2">
              {t('quote')}: {one.quote ?? t('nothing')}
            </p>
            <p className="text-xs">
              {t('better')}: {local(one.better)}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
