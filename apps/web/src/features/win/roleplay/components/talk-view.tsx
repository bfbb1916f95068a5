import type { PracticeSession } from '@tokenholic/contracts';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { ErrorState, Skeleton } from '@/ui/states';
import { type PracticeActions, usePracticeActions, useTalk } from '../api/practice';
import { Attempts } from './attempts';
import { CoachPanel } from './coach-panel';
import { Conversation } from './conversation';
import { Findings } from './findings';
import { Report } from './report';

interface ViewProps {
  id: string;
  open: (id: string) => void;
  leave: () => void;
}

/** One talk: while it goes on with the coach, afterwards with its score and the other attempts. */
export function TalkView({ id, open, leave }: ViewProps) {
  const { t } = useTranslation('roleplay');
  const talk = useTalk(id);
  const actions = usePracticeActions();
  if (talk.isPending) return <Skeleton className="h-96" />;
  if (talk.error !== null)
    return (
      <div className="grid justify-items-start gap-4">
        <ErrorState error={talk.error} onRetry={() => void talk.refetch()} />
        <Button onClick={leave}>{t('back')}</Button>
      </div>
    );
  return <Loaded session={talk.data} actions={actions} open={open} leave={leave} />;
}

interface LoadedProps extends Omit<ViewProps, 'id'> {
  session: PracticeSession;
  actions: PracticeActions;
}

function Loaded({ session, actions, open, leave }: LoadedProps) {
  const { t } = useTranslation('roleplay');
  const { act } = actions;
  const over = session.finishedAt !== null;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button variant="ghost" onClick={leave}>
          <ArrowLeft aria-hidden className="size-4" /> {t('back')}
        </Button>
        <Customer session={session} />
      </div>
      {act.error === null ? null : <ErrorState error={act.error} />}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[minmax(0,1fr)_21.5rem]">
        <Conversation
          session={session}
          busy={act.isPending}
          say={(text) => act.mutateAsync({ id: session.id, verb: 'lines', body: { text } })}
          end={() => act.mutate({ id: session.id, verb: 'end' })}
          retry={(keepLines) =>
            act.mutate(
              { id: session.id, verb: 'retry', body: { keepLines } },
              { onSuccess: (next) => open(next.id) },
            )
          }
        />
        <aside
          className="grid content-start gap-5 lg:sticky lg:top-6 lg:max-h-[calc(100dvh-6rem)] lg:overflow-y-auto"
          aria-label={t(over ? 'score.title' : 'coach.title')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
          tabIndex={0}
        >
          {over ? (
            <Report session={session} actions={actions} />
          ) : (
            <CoachPanel session={session} hint={actions.hint} />
          )}
          <Findings session={session} />
          {session.attempts.length > 1 ? <Attempts session={session} open={open} /> : null}
        </aside>
      </div>
    </div>
  );
}

function Customer({ session }: { session: PracticeSession }) {
  const { t } = useTranslation('roleplay');
  const local = useLocal();
  const { persona, scenario, level, mine, seller } = session;
  return (
    <div className="grid min-w-0">
      <p className="font-semibold">
        {local(persona.name)} · {local(persona.role)} · {local(persona.company)}
      </p>
      <p className="text-xs text-ink-2">
        {t(`scenarios.${scenario}.name`)} · {t(`levels.${level}.name`)} · {t(`size.${persona.size}`)} ·{' '}
        {t(`knowledge.${persona.knowledge}`)}
        {persona.origin === 'client' ? ` · ${t('customer.from_client')}` : ''}
        {mine ? '' : ` · ${t('of', { name: local(seller) })}`}
      </p>
    </div>
  );
}
