import type { AccountSession } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { ErrorState, Skeleton } from '@/ui/states';
import { useEndSession, useSessions } from '../api/account';
import { describeDevice } from '../model/device';
import { Refusal } from './fields';
import { Section } from './section';

/** Where one is signed in, with a way to end it. */
export function SessionsSection() {
  const { t } = useTranslation('account');
  const { data, isPending, error, refetch } = useSessions();
  const end = useEndSession();
  return (
    <Section title={t('sessions.title')} text={t('sessions.text')}>
      {isPending ? <Skeleton className="h-16" /> : null}
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      <ul className="grid divide-y divide-line">
        {(data ?? []).map((session) => (
          <SessionLine key={session.id} session={session} onEnd={() => end.mutate(session.id)} />
        ))}
      </ul>
      <Refusal error={end.error} />
      {(data?.length ?? 0) > 1 ? (
        <div>
          <Button variant="danger" disabled={end.isPending} onClick={() => end.mutate(null)}>
            {t('sessions.end_others')}
          </Button>
        </div>
      ) : null}
    </Section>
  );
}

function SessionLine({ session, onEnd }: { session: AccountSession; onEnd: () => void }) {
  const { t } = useTranslation('account');
  const language = useLanguage();
  const seen = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  const device = describeDevice(session.device) ?? t('sessions.unknown');
  return (
    <li className="flex flex-wrap items-center gap-3 py-3">
      <div className="grid flex-1 basis-48">
        <span className="font-medium">
          {device} {session.current ? <span className="text-ok">· {t('sessions.current')}</span> : null}
        </span>
        <span className="text-xs text-ink-3">
          {t('sessions.seen', { time: seen.format(new Date(session.seenAt)), address: session.address })}
        </span>
      </div>
      {session.current ? null : (
        <Button size="small" onClick={onEnd} aria-label={t('sessions.end_one', { device })}>
          {t('sessions.end')}
        </Button>
      )}
    </li>
  );
}
