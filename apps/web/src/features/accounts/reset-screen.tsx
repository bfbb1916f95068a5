import { Link, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryFrame } from '@/shell/entry-frame';
import { Button, buttonLook } from '@/ui/button';
import { useReset } from './api/entry';
import { PasswordField, Refusal } from './components/fields';

/** Sets a new password with the link from a mail. */
export function ResetScreen() {
  const { t } = useTranslation('account');
  const { token } = useSearch({ from: '/reset' });
  const [password, setPassword] = useState('');
  const reset = useReset();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    reset.mutate({ token: token ?? '-', password });
  };
  if (reset.isSuccess)
    return (
      <EntryFrame title={t('reset.done')} text={t('reset.done_text')}>
        <Link to="/sign-in" className={buttonLook({ variant: 'primary', size: 'large' })}>
          {t('sign_in.submit')}
        </Link>
      </EntryFrame>
    );
  return (
    <EntryFrame title={t('reset.title')}>
      <form onSubmit={submit} className="grid gap-3">
        <PasswordField
          label={t('field.new_password')}
          help={t('field.password_help')}
          autoComplete="new-password"
          required
          maxLength={128}
          value={password}
          onValue={setPassword}
        />
        <Refusal error={reset.error} />
        <Button type="submit" variant="primary" size="large" disabled={reset.isPending}>
          {t('reset.submit')}
        </Button>
      </form>
      <p className="text-ink-2">
        <Link to="/forgot" className="underline underline-offset-2">
          {t('reset.again')}
        </Link>
      </p>
    </EntryFrame>
  );
}
