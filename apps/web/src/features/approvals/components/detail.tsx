import { Link } from '@tanstack/react-router';
import type { Approval } from '@tokenholic/contracts';
import { formatDateTime, formatMoney } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { Button, buttonLook } from '@/ui/button';
import { useWithdraw } from '../api';
import { Countdown } from './countdown';
import { type Decision, DecisionForm } from './decision-form';
import { History } from './history';
import { ResubmitForm } from './resubmit-form';
import { Steps } from './steps';
import { Tags } from './tags';

interface DetailProps {
  approval: Approval;
  decision: Decision | null;
  onDecision: (decision: Decision | null) => void;
}

/** One request: what is asked, by whom, until when, and what was said. */
export function Detail({ approval, decision, onDecision }: DetailProps) {
  const { t } = useTranslation('approvals');
  const language = useLanguage();
  const local = useLocal();
  const withdraw = useWithdraw(approval.id);
  const names = approval.approvers.map(({ name }) => local(name)).join(language === 'zh' ? '、' : ', ');
  return (
    <article className="grid max-w-[760px] content-start gap-5">
      <header className="grid gap-2">
        <Tags card={approval} />
        <h2 className="text-xl font-semibold [overflow-wrap:anywhere]">{local(approval.title)}</h2>
        <p className="text-ink-2">
          {t('asked_by', {
            name: local(approval.requestedBy.name),
            at: formatDateTime(approval.createdAt, language),
          })}
        </p>
      </header>
      <div className="grid gap-3 rounded-card border border-line bg-surface p-4">
        <dl className="grid grid-cols-2 gap-3 md:grid-cols-4">
          <Fact label={t('field.status')}>{t(`status.${approval.status}`)}</Fact>
          <Fact label={t('field.client')}>{approval.clientName ?? t('own')}</Fact>
          <Fact label={t('field.amount')}>
            {approval.amountCny === null ? '—' : formatMoney(approval.amountCny, language).text}
          </Fact>
          <Fact label={t('field.discount')}>
            {approval.discountPercent === null ? '—' : `${approval.discountPercent}%`}
          </Fact>
        </dl>
        {approval.dueAt === null || approval.startedAt === null ? null : (
          <div>
            <Countdown startedAt={approval.startedAt} dueAt={approval.dueAt} bar />
            <p className="mt-1 text-xs text-ink-3">
              {t('due', { at: formatDateTime(approval.dueAt, language) })}
            </p>
          </div>
        )}
      </div>
      {approval.detail === '' ? null : (
        <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{approval.detail}</p>
      )}
      <Subject approval={approval} />
      {approval.mayDecide ? (
        <DecisionForm key={approval.revision} {...{ approval, decision, onDecision }} />
      ) : approval.status === 'waiting' ? (
        <p className="rounded-card bg-sunken p-3 text-ink-2">
          {names === '' ? t('nobody') : t('waits_for', { names })}
        </p>
      ) : null}
      {approval.status === 'changes' && approval.mayWithdraw ? (
        <ResubmitForm key={approval.revision} approval={approval} />
      ) : null}
      {approval.mayWithdraw ? (
        <Button
          variant="ghost"
          className="justify-self-start"
          disabled={withdraw.isPending}
          onClick={() => withdraw.mutate(undefined)}
        >
          {t('withdraw')}
        </Button>
      ) : null}
      <Steps approval={approval} />
      <History moments={approval.moments} detail={approval.detail} />
    </article>
  );
}

function Fact({ label, children }: { label: string; children: string }) {
  return (
    <div className="grid">
      <dt className="text-2xs text-ink-3">{label}</dt>
      <dd className="font-medium [overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}

/** The way to what it is about. */
function Subject({ approval: { type, subjectId, clientId } }: { approval: Approval }) {
  const { t } = useTranslation('approvals');
  if (type === 'deal' && subjectId !== null)
    return (
      <Link
        to="/deals/$dealId"
        params={{ dealId: subjectId }}
        className={`${buttonLook({ size: 'small' })} justify-self-start`}
      >
        {t('open.deal')}
      </Link>
    );
  if (type === 'library')
    return (
      <Link to="/objections" className={`${buttonLook({ size: 'small' })} justify-self-start`}>
        {t('open.library')}
      </Link>
    );
  return clientId === null ? null : (
    <Link
      to="/copilot"
      search={{ client: clientId, tab: 'client' }}
      className={`${buttonLook({ size: 'small' })} justify-self-start`}
    >
      {t('open.client')}
    </Link>
  );
}
