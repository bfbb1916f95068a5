import type { Members } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/api/session';
import { useLanguage } from '@/i18n';
import { usePageTitle } from '@/shell/page-title';
import { Button } from '@/ui/button';
import { ErrorState, Skeleton } from '@/ui/states';
import { useMembers, useRevokeInvitation } from './api/account';
import { Refusal } from './components/fields';
import { InviteForm } from './components/invite-form';
import { MemberLine } from './components/member-line';
import { PolicySection } from './components/policy-section';
import { Section } from './components/section';

/** Who belongs to the organisation, and who was asked to. */
export function MembersScreen() {
  const { t } = useTranslation('account');
  usePageTitle(t('members.title'));
  const { data, isPending, error, refetch } = useMembers();
  return (
    <div className="mx-auto grid max-w-[900px] gap-8 px-8 py-8 max-md:px-4">
      <header className="grid gap-1">
        <h1 className="text-2xl font-semibold">{t('members.title')}</h1>
        {data === undefined ? null : <p className="text-ink-2">{data.organization.name}</p>}
      </header>
      {isPending ? <Skeleton className="h-64" /> : null}
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined ? null : (
        <>
          <MemberList data={data} />
          <Section title={t('invite.title')} text={t('invite.text')}>
            <InviteForm grantable={data.grantable} />
          </Section>
          <InvitationList data={data} />
          <PolicySection policy={data.policy} />
        </>
      )}
    </div>
  );
}

function MemberList({ data }: { data: Members }) {
  const { t } = useTranslation('account');
  const { data: session } = useSession();
  return (
    <Section title={t('members.people', { count: data.members.length })}>
      <ul className="grid divide-y divide-line">
        {data.members.map((member) => (
          <MemberLine
            key={member.id}
            member={member}
            grantable={data.grantable}
            isSelf={member.id === session?.user.id}
          />
        ))}
      </ul>
    </Section>
  );
}

function InvitationList({ data }: { data: Members }) {
  const { t } = useTranslation('account');
  const language = useLanguage();
  const revoke = useRevokeInvitation();
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  if (data.invitations.length === 0) return null;
  return (
    <Section title={t('invitations.title')}>
      <ul className="grid divide-y divide-line">
        {data.invitations.map(({ id, email, roles, status, expiresAt }) => (
          <li key={id} className="flex flex-wrap items-center gap-3 py-3">
            <div className="grid flex-1 basis-56">
              <span className="font-medium break-all">{email}</span>
              <span className="text-xs text-ink-3">
                {roles.map((role) => t(`role.${role}`)).join(t('list_separator'))} ·{' '}
                {t(`invitations.${status}`, { date: day.format(new Date(expiresAt)) })}
              </span>
            </div>
            {status === 'open' ? (
              <Button
                size="small"
                disabled={revoke.isPending}
                aria-label={t('invitations.revoke_one', { email })}
                onClick={() => revoke.mutate(id)}
              >
                {t('invitations.revoke')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <Refusal error={revoke.error} />
    </Section>
  );
}
