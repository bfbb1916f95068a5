import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryFrame } from '@/shell/entry-frame';
import { Button } from '@/ui/button';
import { useSecondFactor } from '../api/entry';
import { Refusal, TextField } from './fields';

/** The second step of signing in. */
export function CodeStep({ onDone, onBack }: { onDone: () => void; onBack: () => void }) {
  const { t } = useTranslation('account');
  const [kind, setKind] = useState<'totp' | 'recovery'>('totp');
  const [code, setCode] = useState('');
  const enter = useSecondFactor();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate({ code, kind }, { onSuccess: onDone, onError: () => setCode('') });
  };
  const change = () => {
    setKind(kind === 'totp' ? 'recovery' : 'totp');
    setCode('');
    enter.reset();
  };
  return (
    <EntryFrame title={t('code.title')} text={t(`code.${kind}_text`)}>
      <form onSubmit={submit} className="grid gap-3">
        <TextField
          key={kind}
          label={t(`code.${kind}`)}
          autoComplete="one-time-code"
          inputMode={kind === 'totp' ? 'numeric' : 'text'}
          autoFocus
          required
          value={code}
          onValue={setCode}
        />
        <Refusal error={enter.error} />
        <Button type="submit" variant="primary" size="large" disabled={enter.isPending || code.length < 6}>
          {t('sign_in.submit')}
        </Button>
      </form>
      <div className="flex flex-wrap justify-between gap-2">
        <Button variant="ghost" onClick={change}>
          {t(kind === 'totp' ? 'code.use_recovery' : 'code.use_totp')}
        </Button>
        <Button variant="ghost" onClick={onBack}>
          {t('code.back')}
        </Button>
      </div>
    </EntryFrame>
  );
}
