import { Link } from '@tanstack/react-router';
import type { Coaching, CoachSuggestion } from '@tokenholic/contracts';
import { formatDate } from '@tokenholic/presentation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { Button, buttonLook } from '@/ui/button';
import { EngineLabel } from '@/ui/confidence';
import { Input } from '@/ui/field';
import { useAnswer, useCoaching } from '../api';

interface SuggestionsProps {
  suggestions: readonly CoachSuggestion[];
  /** Whose they are; absent: one's own. */
  userId: string | undefined;
}

/** What the figures suggest; counted by rules, so each names its figures and where they come from, whoever found the words. */
export function Suggestions({ suggestions, userId }: SuggestionsProps) {
  const { t } = useTranslation('performance');
  const coaching = useCoaching(userId, suggestions.length > 0);
  return (
    <section aria-label={t('coach')} className="grid gap-3">
      <h2 className="text-lg font-semibold">{t('coach')}</h2>
      {suggestions.length === 0 ? <p className="text-ink-2">{t('coach_none')}</p> : null}
      <ul className="grid gap-3">
        {suggestions.map((suggestion) => (
          <Suggestion
            key={suggestion.key}
            suggestion={suggestion}
            own={userId === undefined}
            coaching={coaching}
          />
        ))}
      </ul>
    </section>
  );
}

interface SuggestionProps {
  suggestion: CoachSuggestion;
  own: boolean;
  coaching: Coaching | undefined;
}

function Suggestion({ suggestion, own, coaching }: SuggestionProps) {
  const { t } = useTranslation('performance');
  const { t: shell } = useTranslation();
  const language = useLanguage();
  const local = useLocal();
  const answer = useAnswer();
  const [why, setWhy] = useState<string | null>(null);
  const { key, title, reason, step, evidence, confidence } = suggestion;
  const said = coaching?.suggestions.find((one) => one.key === key);
  return (
    <li className="grid gap-2 rounded-card border border-line border-l-2 border-dotted border-l-ink-3 bg-surface p-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-2xs text-ink-3">
        <EngineLabel
          engine={
            said === undefined || coaching === undefined
              ? { via: 'rules', model: null, reason: null }
              : coaching.engine
          }
        />
        <span>{t('counted')}</span>
        <span>{t(`confidence.${confidence}`)}</span>
      </p>
      <h3 className="font-semibold">{said?.title ?? local(title)}</h3>
      <p>{said?.reason ?? local(reason)}</p>
      <p className="text-ink-2">→ {said?.step ?? local(step)}</p>
      {evidence.length === 0 ? null : (
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
          {evidence.map(({ eventId, clientId, at, text }) => (
            <li key={eventId}>
              {clientId === null ? (
                `${local(text)} · ${formatDate(at.slice(0, 10), language)}`
              ) : (
                <Link to="/copilot" search={{ client: clientId, tab: 'client' }} className="underline">
                  {local(text)} · {formatDate(at.slice(0, 10), language)}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {suggestion.opens === 'performance' ? null : (
          <Link to={`/${suggestion.opens}`} className={buttonLook({ size: 'small' })}>
            {t(`opens.${suggestion.opens}`)}
          </Link>
        )}
        {suggestion.answer === 'accepted' ? <span className="text-xs text-ok">{t('accepted')}</span> : null}
        {own && suggestion.answer === null && why === null ? (
          <>
            <Button
              size="small"
              variant="mark"
              disabled={answer.isPending}
              onClick={() => answer.mutate({ key, answer: 'accepted', feedback: '' })}
            >
              {t('accept')}
            </Button>
            <Button size="small" variant="ghost" onClick={() => setWhy('')}>
              {t('dismiss')}
            </Button>
          </>
        ) : null}
      </div>
      {why === null ? null : (
        <form
          className="flex flex-wrap gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            answer.mutate({ key, answer: 'dismissed', feedback: why.trim() });
          }}
        >
          <Input
            aria-label={t('why')}
            placeholder={t('why')}
            maxLength={500}
            value={why}
            onChange={({ target }) => setWhy(target.value)}
            className="min-w-40 flex-1"
          />
          <Button type="submit" variant="primary" disabled={answer.isPending}>
            {t('dismiss')}
          </Button>
          <Button variant="ghost" onClick={() => setWhy(null)}>
            {shell('action.cancel')}
          </Button>
        </form>
      )}
    </li>
  );
}
