import { Link, Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import type { Entry, OpenInvitation } from '@tokenholic/contracts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { EntryFrame } from '@/shell/entry-frame';
import { Button } from '@/ui/button';
import { ErrorState, Skeleton } from '@/ui/states';
import { useEntry, useOpenInvitation, useSignUp } from './api/entry';
import { PasswordField, Refusal, TextField } from './components/fields';

/** Makes an account: for an organisation of one's own, on an invitation, or as the owner of a new installation. */
export function SignUpScreen() {
  const { t } = useTranslation('account');
  const { invitation: token } = useSearch({ from: '/sign-up' });
  const entry = useEntry();
  const invitation = useOpenInvitation(token);
  const error = entry.error ?? invitation.error;
  if (entry.data?.mode === 'demo') return <Navigate to="/" replace />;
  if (error !== null)
    return (
      <EntryFrame title={t('sign_up.title')}>
        <ErrorState error={error} />
      </EntryFrame>
    );
  if (entry.data === undefined || (token !== undefined && invitation.data === undefined))
    return (
      <EntryFrame title={t('sign_up.title')}>
        <Skeleton className="h-64" />
      </EntryFrame>
    );
  return <SignUpForm mode={entry.data.mode} invitation={invitation.data ?? null} />;
}

function SignUpForm({ mode, invitation }: { mode: Entry['mode']; invitation: OpenInvitation | null }) {
  const { t } = useTranslation('account');
  const language = useLanguage();
  const navigate = useNavigate();
  const { invitation: token, setup } = useSearch({ from: '/sign-up' });
  const signUp = useSignUp();
  const [name, setName] = useState('');
  const [organizationName, setOrganizationName] = useState('');
  const [email, setEmail] = useState(invitation?.email ?? '');
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signUp.mutate(
      {
        ...{ name, email, password, language },
        ...(invitation === null ? { organizationName } : { invitation: token }),
        ...(mode === 'setup' ? { setupCode: setup } : {}),
      },
      {
        onSuccess: ({ next }) =>
          void (next === 'verify'
            ? navigate({ to: '/verify', search: { email } })
            : navigate({ to: '/', replace: true })),
      },
    );
  };
  const text =
    invitation === null
      ? t(mode === 'setup' ? 'sign_up.setup_text' : 'sign_up.text')
      : t('sign_up.invited', { by: invitation.invitedBy, organization: invitation.organizationName });
  return (
    <EntryFrame title={t(mode === 'setup' ? 'sign_up.setup_title' : 'sign_up.title')} text={text}>
      <form onSubmit={submit} className="grid gap-3">
        <TextField
          label={t('field.name')}
          autoComplete="name"
          required
          maxLength={80}
          value={name}
          onValue={setName}
        />
        {invitation === null ? (
          <TextField
            label={t('field.organization')}
            autoComplete="organization"
            required
            maxLength={120}
            value={organizationName}
            onValue={setOrganizationName}
          />
        ) : null}
        <TextField
          label={t('field.email')}
          type="email"
          autoComplete="username"
          required
          readOnly={invitation !== null}
          value={email}
          onValue={setEmail}
        />
        <PasswordField
          label={t('field.password')}
          help={t('field.password_help')}
          autoComplete="new-password"
          required
          maxLength={128}
          value={password}
          onValue={setPassword}
        />
        <Refusal error={signUp.error} />
        <Button type="submit" variant="primary" size="large" disabled={signUp.isPending}>
          {t('sign_up.submit')}
        </Button>
      </form>
      <p className="text-ink-2">
        <Link to="/sign-in" className="underline underline-offset-2">
          {t('sign_up.have_account')}
        </Link>
      </p>
    </EntryFrame>
  );
}
