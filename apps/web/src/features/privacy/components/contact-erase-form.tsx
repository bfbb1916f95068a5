import type { EraseContact } from '@tokenholic/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, Input } from '@/ui/field';
import { EraseForm } from './erase-form';

interface ContactEraseFormProps {
  name: string;
  hasFiles: boolean;
  pending: boolean;
  error: unknown;
  onErase: (command: EraseContact) => void;
  onCancel: () => void;
}

/** Asks for the name, and whether files must stay and why: it cannot be taken back. */
export function ContactEraseForm({ hasFiles, onErase, ...rest }: ContactEraseFormProps) {
  const { t } = useTranslation('privacy');
  const [keeps, setKeeps] = useState(false);
  const [reason, setReason] = useState('');
  return (
    <EraseForm
      {...rest}
      warning={t('contact.warning', { name: rest.name })}
      isAnswered={!keeps || reason.trim().length >= 3}
      onErase={(confirmName) => onErase({ confirmName, ...(keeps ? { keepFilesBecause: reason } : {}) })}
    >
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
    </EraseForm>
  );
}
