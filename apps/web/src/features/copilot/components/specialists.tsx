import type { SpecialistRequest } from '@tokenholic/contracts';
import { formatDate } from '@tokenholic/presentation';
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
      <ul className="grid gap-2 empty:hidden">
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
  const { specialist, status, outcome, note, question, endedAt } = request;
  return (
    <li className="grid gap-1 rounded-card bg-sunken p-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium">{specialist.name[language]}</span>
        <span className="text-xs text-ink-2">
          {outcome === null ? t(`specialists.${status}`) : t(`specialists.outcome.${outcome}`)}
        </span>
        {endedAt === null ? null : (
          <span className="ml-auto text-xs text-ink-3">{formatDate(endedAt.slice(0, 10), language)}</span>
        )}
      </div>
      <p className="text-xs text-ink-2">{question}</p>
      {note === '' ? null : <p className="whitespace-pre-wrap">{note}</p>}
    </li>
  );
}
