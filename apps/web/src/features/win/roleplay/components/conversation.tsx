import type { PracticeSession } from '@tokenholic/contracts';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { useSpeaking } from '../model/speech';
import { Composer } from './composer';
import { Turn } from './turn';

interface ConversationProps {
  session: PracticeSession;
  busy: boolean;
  say: (text: string) => Promise<unknown>;
  end: () => void;
  retry: (keepLines: number) => void;
}

/** The talk itself: what was said, the customer's mood after each line, and the line to say next. */
export function Conversation({ session, busy, say, end, retry }: ConversationProps) {
  const { t } = useTranslation('roleplay');
  const speak = useSpeaking(session.language);
  const over = session.finishedAt !== null;
  const last = useRef<HTMLLIElement>(null);
  const count = session.turns.length;
  useEffect(() => {
    if (count > 1 && !over) last.current?.scrollIntoView({ block: 'nearest' });
  }, [count, over]);
  const turns = session.turns.map((turn, index) => ({ turn, index }));
  return (
    <section aria-label={t('talk')} className="grid content-start gap-4">
      <ol className="grid gap-3" aria-live="polite">
        {turns.map(({ turn, index }) => (
          <li key={index} ref={index === count - 1 ? last : null} id={`turn-${index}`}>
            <Turn
              turn={turn}
              language={session.language}
              before={session.turns[index - 2]?.mood ?? null}
              speak={turn.speaker === 'customer' ? speak : null}
              retry={
                session.mine && turn.speaker === 'seller' && (over || index < count - 2)
                  ? () => retry((index - 1) / 2)
                  : null
              }
              busy={busy}
            />
          </li>
        ))}
      </ol>
      {over ? (
        <output className="font-medium">{t(`outcome.${session.outcome ?? 'stopped'}`)}</output>
      ) : session.mine ? (
        <>
          <Composer language={session.language} busy={busy} say={say} />
          <div className="flex flex-wrap items-center justify-between gap-2">
            <span className="text-xs text-ink-3">{t('lines_left', { count: session.linesLeft })}</span>
            <Button disabled={busy} onClick={end}>
              {t('end')}
            </Button>
          </div>
        </>
      ) : null}
    </section>
  );
}
