import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, onPasswordAsked, request } from '@/api/http';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, Input } from '@/ui/field';

/** Asks for the password before something that cannot be undone; what was asked for goes on once it is given. */
export function PasswordAgain() {
  const { t } = useTranslation();
  const [answer, setAnswer] = useState<((given: boolean) => void) | null>(null);
  useEffect(() => {
    onPasswordAsked(() => new Promise((resolve) => setAnswer(() => resolve)));
    return () => onPasswordAsked(null);
  }, []);
  const close = (given: boolean) => {
    answer?.(given);
    setAnswer(null);
  };
  return (
    <Dialog open={answer !== null} onClose={() => close(false)} title={t('password_again.title')}>
      <PasswordForm onGiven={() => close(true)} onCancel={() => close(false)} />
    </Dialog>
  );
}

function PasswordForm({ onGiven, onCancel }: { onGiven: () => void; onCancel: () => void }) {
  const { t } = useTranslation();
  const local = useLocal();
  const [password, setPassword] = useState('');
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setPending(true);
    try {
      await request('POST', '/api/account/confirmation', { password });
      onGiven();
    } catch (error) {
      setRefusal(error instanceof ApiError ? local(error.text) : t('crash.text'));
      setPending(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-4">
      <p className="text-ink-2">{t('password_again.text')}</p>
      <Field label={t('password_again.label')}>
        {(ids) => (
          <Input
            {...ids}
            type="password"
            autoComplete="current-password"
            autoFocus
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      {refusal === null ? null : (
        <p role="alert" className="text-danger">
          {refusal}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button variant="ghost" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" variant="primary" disabled={pending || password === ''}>
          {t('password_again.submit')}
        </Button>
      </div>
    </form>
  );
}
