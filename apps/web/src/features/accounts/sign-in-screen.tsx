import { Link, Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, hasMovedAway } from '@/api/http';
import { EntryFrame } from '@/shell/entry-frame';
import { MovedAway } from '@/shell/moved-away';
import { Button } from '@/ui/button';
import { useEntry, useSendVerification, useSignIn } from './api/entry';
import { CodeStep } from './components/code-step';
import { PasswordField, Refusal, TextField } from './components/fields';

/** Address and password, then the code when two-step sign-in is on. */
export function SignInScreen() {
  const { t } = useTranslation('account');
  const { next } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const entry = useEntry();
  const signIn = useSignIn();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [remember, setRemember] = useState(true);
  const enter = () => void navigate({ href: next ?? '/', replace: true });
  if (entry.data?.mode === 'demo') return <Navigate to="/" replace />;
  if (hasMovedAway(signIn.error)) return <MovedAway error={signIn.error} onOther={() => signIn.reset()} />;
  if (signIn.data?.next === 'two_factor') return <CodeStep onDone={enter} onBack={() => signIn.reset()} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate(
      { email, password, remember },
      { onSuccess: (step) => (step.next === 'signed_in' ? enter() : undefined) },
    );
  };
  return (
    <EntryFrame title={t('sign_in.title')}>
      {entry.data?.mode === 'setup' ? (
        <p className="rounded-card border border-line bg-surface p-4 text-ink-2">{t('sign_in.setup')}</p>
      ) : null}
      <form onSubmit={submit} className="grid gap-3">
        <TextField
          label={t('field.email')}
          type="email"
          autoComplete="username"
          required
          value={email}
          onValue={setEmail}
        />
        <PasswordField
          label={t('field.password')}
          autoComplete="current-password"
          required
          value={password}
          onValue={setPassword}
        />
        <label className="flex min-h-9 items-center gap-2">
          <input
            type="checkbox"
            className="size-4 accent-ink"
            checked={remember}
            onChange={(event) => setRemember(event.target.checked)}
          />
          {t('sign_in.remember')}
        </label>
        <Refusal error={signIn.error} />
        <Resend error={signIn.error} email={email} />
        <Button type="submit" variant="primary" size="large" disabled={signIn.isPending}>
          {t('sign_in.submit')}
        </Button>
      </form>
      <p className="flex flex-wrap justify-between gap-3 text-ink-2">
        <Link to="/forgot" className="underline underline-offset-2">
          {t('sign_in.forgot')}
        </Link>
        <Link to="/sign-up" className="underline underline-offset-2">
          {t('sign_in.no_account')}
        </Link>
      </p>
    </EntryFrame>
  );
}

/** Offered when the address still waits to be verified. */
function Resend({ error, email }: { error: unknown; email: string }) {
  const { t } = useTranslation('account');
  const send = useSendVerification();
  if (!(error instanceof ApiError) || error.code !== 'identity.not_verified') return null;
  if (send.isSuccess) return <output>{t('verify.sent')}</output>;
  return (
    <div className="grid gap-2">
      <Button disabled={send.isPending} onClick={() => send.mutate({ email })}>
        {t('verify.resend')}
      </Button>
      <Refusal error={send.error} />
    </div>
  );
}
