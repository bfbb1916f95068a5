import type { EraseContact } from '@tokenholic/contracts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Field, Input } from '@/ui/field';

interface ContactEraseFormProps {
  name: string;
  hasFiles: boolean;
  pending: boolean;
  error: unknown;
  onErase: (command: EraseContact) => void;
  onCancel: () => void;
}

/** Asks for the name, and whether files must stay and why: it cannot be taken back. */
export function ContactEraseForm({
  name,
  hasFiles,
  pending,
  error,
  onErase,
  onCancel,
}: ContactEraseFormProps) {
  const { t } = useTranslation('privacy');
  const { t: shell } = useTranslation();
  const local = useLocal();
  const [typed, setTyped] = useState('');
  const [keeps, setKeeps] = useState(false);
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onErase({ confirmName: typed, ...(keeps ? { keepFilesBecause: reason } : {}) });
  };
  const isReady = typed.trim() === name.trim() && (!keeps || reason.trim().length >= 3);
  return (
    <form onSubmit={submit} className="grid gap-3">
      <p>{t('contact.warning', { name })}</p>
      {hasFiles ? (
        <label className="flex min-h-11 items-center gap-2">
          <input
            type="checkbox"
            checked={keeps}
            onChange={({ target }) => setKeeps(target.checked)}
            className="size-4"
          />
          {t('contact.keep_files')}
        </label>
      ) : null}
      {keeps ? (
        <Field label={t('contact.reason')} help={t('contact.reason_help')}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={300}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
      ) : null}
      <Field
        label={t('erase.type_name', { name })}
        error={error instanceof ApiError ? local(error.text) : undefined}
      >
        {(ids) => (
          <Input
            {...ids}
            autoComplete="off"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        )}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" variant="danger" disabled={pending || !isReady}>
          {t('erase.submit')}
        </Button>
        <Button variant="ghost" onClick={onCancel}>
          {shell('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
