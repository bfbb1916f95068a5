import type { TwoFactorSetup as Setup } from '@tokenholic/contracts';
import { type FormEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { encode } from 'uqr';
import { Button } from '@/ui/button';
import { useConfirmTwoFactor } from '../api/account';
import { Refusal, TextField } from './fields';

interface Props {
  setup: Setup;
  onDone: () => void;
  onBack: () => void;
}

/** Shows the secret for the authenticator app; a first code switches two-step sign-in on. */
export function TwoFactorSetup({ setup, onDone, onBack }: Props) {
  const { t } = useTranslation('account');
  const { t: shell } = useTranslation();
  const [code, setCode] = useState('');
  const confirm = useConfirmTwoFactor();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate(code.trim(), { onSuccess: onDone, onError: () => setCode('') });
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap gap-6">
      <QrCode text={setup.uri} label={t('two_factor.qr')} />
      <div className="grid max-w-md flex-1 basis-64 content-start gap-3">
        <p>{t('two_factor.scan')}</p>
        <p className="font-mono text-xs break-all" data-secret>
          {setup.secret.replace(/(.{4})/g, '$1 ').trim()}
        </p>
        <TextField
          label={t('code.totp')}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          value={code}
          onValue={setCode}
        />
        <Refusal error={confirm.error} />
        <div className="flex gap-2">
          <Button type="submit" variant="primary" disabled={confirm.isPending || code.trim().length < 6}>
            {t('two_factor.confirm')}
          </Button>
          <Button variant="ghost" onClick={onBack}>
            {shell('action.cancel')}
          </Button>
        </div>
      </div>
    </form>
  );
}

/** Dark on white in both themes: phones read nothing else reliably. */
function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const { data, size: width } = encode(text, { border: 2 });
    const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size: width, path: squares.join('') };
  }, [text]);
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} className="size-48 rounded-card">
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#10201c" />
    </svg>
  );
}
