import { formatDateTime } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useAllowed } from '@/api/session';
import { useLanguage } from '@/i18n';
import { Dialog } from '@/ui/dialog';
import { ErrorState, Skeleton } from '@/ui/states';
import { useAgents, useAssign, useLifecycle } from '../api/lifecycle';
import { OpenHandoff } from './open-handoff';
import { ProposeForm } from './propose-form';
import { Specialists } from './specialists';

/** Who works on a client, and its way from team to team. */
export function TeamDialog({ clientId, onClose }: { clientId: string; onClose: () => void }) {
  const { t } = useTranslation('copilot');
  const language = useLanguage();
  const lifecycle = useLifecycle(clientId);
  const state = lifecycle.data;
  return (
    <Dialog open onClose={onClose} title={t('handoff.title')}>
      {lifecycle.isError ? (
        <ErrorState error={lifecycle.error} onRetry={() => void lifecycle.refetch()} />
      ) : null}
      {lifecycle.isPending ? <Skeleton className="h-40" /> : null}
      {state === undefined ? null : (
        <>
          {state.open === null ? (
            <ProposeForm key={state.stage} clientId={clientId} next={state.next} />
          ) : (
            <OpenHandoff clientId={clientId} handoff={state.open} />
          )}
          <Specialists clientId={clientId} />
          <Team clientId={clientId} members={state.team.map(({ id }) => id)} />
          {state.past.length === 0 ? null : (
            <section className="grid gap-1">
              <h3 className="font-semibold">{t('handoff.past')}</h3>
              <ul className="grid gap-1 text-xs text-ink-2">
                {state.past.map((past) => (
                  <li key={past.id}>
                    {formatDateTime(past.decidedAt ?? past.proposedAt, language)} · {t(`stage.${past.from}`)}{' '}
                    → {t(`stage.${past.to}`)} · {t(`handoff.${past.status}`)}
                    {past.reason === null ? '' : ` · ${past.reason}`}
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </Dialog>
  );
}

function Team({ clientId, members }: { clientId: string; members: readonly string[] }) {
  const { t } = useTranslation('copilot');
  const language = useLanguage();
  const agents = useAgents();
  const assign = useAssign(clientId);
  const allowed = useAllowed('client.assign');
  return (
    <fieldset className="grid gap-1" disabled={!allowed || assign.isPending}>
      <legend className="pb-1 font-semibold">{t('handoff.team')}</legend>
      {allowed ? null : <p className="text-xs text-ink-3">{t('handoff.team_read_only')}</p>}
      {agents.isError ? <ErrorState error={agents.error} onRetry={() => void agents.refetch()} /> : null}
      {assign.isError ? <ErrorState error={assign.error} /> : null}
      {agents.data?.items.map((agent) => (
        <label key={agent.id} className="flex min-h-8 items-center gap-2 max-md:min-h-11">
          <input
            type="checkbox"
            checked={members.includes(agent.id)}
            onChange={(event) => assign.mutate({ userId: agent.id, assigned: event.target.checked })}
          />
          {agent.name[language]}
          <span className="text-2xs text-ink-3">
            {agent.roles.map((role) => t(`role.${role}`)).join(' · ')}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
