import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { toast } from '@/ui/toast';
import { useChangePassword } from '../api/account';
import { PasswordField, Refusal } from './fields';
import { Section } from './section';

/** Changes the password; other devices are signed out. */
export function PasswordSection() {
  const { t } = useTranslation('account');
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const change = useChangePassword();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { current, password },
      {
        onSuccess: () => {
          setCurrent('');
          setPassword('');
          toast.success(t('password.changed'));
        },
      },
    );
  };
  return (
    <Section title={t('password.title')} text={t('password.text')}>
      <form onSubmit={submit} className="grid max-w-md gap-3">
        <PasswordField
          label={t('field.current_password')}
          autoComplete="current-password"
          required
          value={current}
          onValue={setCurrent}
        />
        <PasswordField
          label={t('field.new_password')}
          help={t('field.password_help')}
          autoComplete="new-password"
          required
          maxLength={128}
          value={password}
          onValue={setPassword}
        />
        <Refusal error={change.error} />
        <div>
          <Button
            type="submit"
            variant="primary"
            disabled={change.isPending || current === '' || password === ''}
          >
            {t('password.submit')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
