import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryFrame } from '@/shell/entry-frame';
import { Button } from '@/ui/button';
import { useForgot } from './api/entry';
import { Refusal, TextField } from './components/fields';

/** Asks for a link to set a new password. The answer is the same whether or not there is an account. */
export function ForgotScreen() {
  const { t } = useTranslation('account');
  const [email, setEmail] = useState('');
  const forgot = useForgot();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    forgot.mutate({ email });
  };
  if (forgot.isSuccess)
    return (
      <EntryFrame title={t('verify.look')} text={t('forgot.sent', { email })}>
        {null}
      </EntryFrame>
    );
  return (
    <EntryFrame title={t('forgot.title')} text={t('forgot.text')}>
      <form onSubmit={submit} className="grid gap-3">
        <TextField
          label={t('field.email')}
          type="email"
          autoComplete="username"
          required
          value={email}
          onValue={setEmail}
        />
        <Refusal error={forgot.error} />
        <Button type="submit" variant="primary" size="large" disabled={forgot.isPending}>
          {t('forgot.submit')}
        </Button>
      </form>
      <p className="text-ink-2">
        <Link to="/sign-in" className="underline underline-offset-2">
          {t('verify.to_sign_in')}
        </Link>
      </p>
    </EntryFrame>
  );
}
