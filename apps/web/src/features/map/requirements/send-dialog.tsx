import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, Input, Select } from '@/ui/field';
import { toast } from '@/ui/toast';
import type { DraftActions } from './requirements-api';

const DAYS = [7, 14, 30, 60] as const;

interface SendDialogProps {
  draftId: string;
  actions: DraftActions;
  onClose: () => void;
}

/** Makes the link; its secret is shown once, to be sent by whatever way the client likes. */
export function SendDialog({ draftId, actions, onClose }: SendDialogProps) {
  const { t } = useTranslation('requirements');
  const local = useLocal();
  const [days, setDays] = useState(14);
  const [address, setAddress] = useState<string | null>(null);
  const send = () =>
    actions.send.mutate(
      { draftId, days },
      {
        onSuccess: ({ token }) => setAddress(`${location.origin}/requirements/${token}`),
        onError: (failure) => failure instanceof ApiError && toast.error(local(failure.text)),
      },
    );
  const copy = async () => {
    if (address === null) return;
    await navigator.clipboard.writeText(address);
    toast.success(t('copied'));
  };
  return (
    <Dialog open onClose={onClose} title={t('send')}>
      {address === null ? (
        <div className="grid gap-4">
          <p className="text-ink-2">{t('send_help')}</p>
          <Field label={t('valid')}>
            {(ids) => (
              <Select {...ids} value={days} onChange={(event) => setDays(Number(event.target.value))}>
                {DAYS.map((choice) => (
                  <option key={choice} value={choice}>
                    {t('days', { count: choice })}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Button variant="primary" disabled={actions.send.isPending} onClick={send}>
            {t('make_link')}
          </Button>
        </div>
      ) : (
        <div className="grid gap-4">
          <Field label={t('link')} help={t('link_once')}>
            {(ids) => <Input {...ids} readOnly value={address} onFocus={(event) => event.target.select()} />}
          </Field>
          <div className="flex gap-2">
            <Button variant="primary" onClick={() => void copy()}>
              {t('copy')}
            </Button>
            <Button onClick={onClose}>{t('close')}</Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
