import type { TwoFactorSetup as Setup } from '@tokenholic/contracts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { toast } from '@/ui/toast';
import { useRenewCodes, useStartTwoFactor, useStopTwoFactor } from '../api/account';
import { PasswordField, Refusal } from './fields';
import { RecoveryCodes } from './recovery-codes';
import { Section } from './section';
import { TwoFactorSetup } from './two-factor-setup';

type Step = 'idle' | 'start' | 'stop' | 'renew';

/** Two-step sign-in: each change asks for the password first. */
export function TwoFactorSection({ on }: { on: boolean }) {
  const { t } = useTranslation('account');
  const [step, setStep] = useState<Step>('idle');
  const [setup, setSetup] = useState<Setup | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const back = () => {
    setStep('idle');
    setSetup(null);
  };
  return (
    <Section title={t('two_factor.title')} text={t(on ? 'two_factor.on_text' : 'two_factor.off_text')}>
      {step === 'idle' && setup === null ? (
        <div className="flex flex-wrap gap-2">
          {on ? (
            <>
              <Button onClick={() => setStep('renew')}>{t('two_factor.renew')}</Button>
              <Button variant="danger" onClick={() => setStep('stop')}>
                {t('two_factor.stop')}
              </Button>
            </>
          ) : (
            <Button variant="primary" onClick={() => setStep('start')}>
              {t('two_factor.start')}
            </Button>
          )}
        </div>
      ) : null}
      {step === 'start' && setup === null ? <StartForm onSetup={setSetup} onBack={back} /> : null}
      {step === 'stop' ? <StopForm onBack={back} /> : null}
      {step === 'renew' ? (
        <RenewForm
          onBack={back}
          onCodes={(made) => {
            setCodes(made);
            back();
          }}
        />
      ) : null}
      {setup === null ? null : (
        <TwoFactorSetup
          setup={setup}
          onBack={back}
          onDone={() => {
            setCodes(setup.recoveryCodes);
            back();
          }}
        />
      )}
      {codes === null ? null : <RecoveryCodes codes={codes} onDone={() => setCodes(null)} />}
    </Section>
  );
}

function StartForm({ onSetup, onBack }: { onSetup: (setup: Setup) => void; onBack: () => void }) {
  const { t } = useTranslation('account');
  const start = useStartTwoFactor();
  return (
    <PasswordForm
      submitLabel={t('two_factor.continue')}
      pending={start.isPending}
      error={start.error}
      onBack={onBack}
      onPassword={(password) => start.mutate(password, { onSuccess: onSetup })}
    />
  );
}

function StopForm({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation('account');
  const stop = useStopTwoFactor();
  const done = () => {
    toast.success(t('two_factor.stopped'));
    onBack();
  };
  return (
    <PasswordForm
      submitLabel={t('two_factor.stop')}
      pending={stop.isPending}
      error={stop.error}
      onBack={onBack}
      onPassword={(password) => stop.mutate(password, { onSuccess: done })}
    />
  );
}

function RenewForm({ onBack, onCodes }: { onBack: () => void; onCodes: (codes: string[]) => void }) {
  const { t } = useTranslation('account');
  const renew = useRenewCodes();
  return (
    <PasswordForm
      submitLabel={t('two_factor.renew')}
      pending={renew.isPending}
      error={renew.error}
      onBack={onBack}
      onPassword={(password) =>
        renew.mutate(password, { onSuccess: ({ recoveryCodes }) => onCodes(recoveryCodes) })
      }
    />
  );
}

interface PasswordFormProps {
  submitLabel: string;
  pending: boolean;
  error: unknown;
  onPassword: (password: string) => void;
  onBack: () => void;
}

function PasswordForm({ submitLabel, pending, error, onPassword, onBack }: PasswordFormProps) {
  const { t } = useTranslation('account');
  const { t: shell } = useTranslation();
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onPassword(password);
  };
  return (
    <form onSubmit={submit} className="grid max-w-md gap-3">
      <PasswordField
        label={t('field.current_password')}
        autoComplete="current-password"
        autoFocus
        required
        value={password}
        onValue={setPassword}
      />
      <Refusal error={error} />
      <div className="flex gap-2">
        <Button type="submit" variant="primary" disabled={pending || password === ''}>
          {submitLabel}
        </Button>
        <Button variant="ghost" onClick={onBack}>
          {shell('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
