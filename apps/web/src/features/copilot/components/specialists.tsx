import type { SpecialistRequest } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/api/session';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { ErrorState, Skeleton } from '@/ui/states';
import { useSpecialists, useWithdrawSpecialist } from '../api/specialists';
import { InviteSpecialistForm } from './invite-specialist-form';
import { SpecialistAnswerForm } from './specialist-answer-form';

/** Colleagues who are asked something about the client and see it for that time. */
export function Specialists({ clientId }: { clientId: string }) {
  const { t } = useTranslation('copilot');
  const { data, isPending, error, refetch } = useSpecialists(clientId);
  const open = (data ?? []).filter(({ status }) => status === 'open');
  const past = (data ?? []).filter(({ status }) => status !== 'open');
  return (
    <section className="grid gap-2">
      <h3 className="font-semibold">{t('specialists.title')}</h3>
      <p className="text-xs text-ink-3">{t('specialists.text')}</p>
      {isPending ? <Skeleton className="h-12" /> : null}
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      <ul className="grid gap-2 empty:hidden">
        {open.map((one) => (
          <OpenRequest key={one.id} clientId={clientId} request={one} />
        ))}
      </ul>
      <InviteSpecialistForm clientId={clientId} asked={open.map(({ specialist }) => specialist.id)} />
      <ul className="grid gap-1 text-xs text-ink-2 empty:hidden">
        {past.map((one) => (
          <PastRequest key={one.id} request={one} />
        ))}
      </ul>
    </section>
  );
}

function OpenRequest({ clientId, request }: { clientId: string; request: SpecialistRequest }) {
  const { t } = useTranslation('copilot');
  const language = useLanguage();
  const { data: session } = useSession();
  const withdraw = useWithdrawSpecialist(clientId);
  const { id, specialist, question, dueOn } = request;
  return (
    <li className="grid gap-2 rounded-card border border-line p-3">
      <div className="flex flex-wrap items-center gap-2">
        <span className="mr-auto font-medium">{specialist.name[language]}</span>
        <span className="text-xs text-ink-3">{t('specialists.due', { date: dueOn })}</span>
      </div>
      <p className="whitespace-pre-wrap">{question}</p>
      {session?.user.id === specialist.id ? (
        <SpecialistAnswerForm clientId={clientId} requestId={id} />
      ) : (
        <div>
          <Button size="small" disabled={withdraw.isPending} onClick={() => withdraw.mutate(id)}>
            {t('specialists.withdraw')}
          </Button>
        </div>
      )}
      {withdraw.isError ? <ErrorState error={withdraw.error} /> : null}
    </li>
  );
}

function PastRequest({ request }: { request: SpecialistRequest }) {
  const { t } = useTranslation('copilot');
  const language = useLanguage();
  const { specialist, status, outcome, note, question } = request;
  return (
    <li>
      {specialist.name[language]} · {question} ·{' '}
      {outcome === null ? t(`specialists.${status}`) : t(`specialists.outcome.${outcome}`)}
      {note === '' ? '' : ` · ${note}`}
    </li>
  );
}
