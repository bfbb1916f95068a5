import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Field, Input } from '@/ui/field';

interface EraseFormProps {
  name: string;
  warning: string;
  /** What else is asked before. */
  children?: ReactNode;
  /** Whether what else is asked is answered. */
  isAnswered?: boolean;
  pending: boolean;
  error: unknown;
  onErase: (confirmName: string) => void;
  onCancel: () => void;
}

/** Asks for the name of what is to be erased: it cannot be taken back. */
export function EraseForm({
  name,
  warning,
  children,
  isAnswered = true,
  pending,
  error,
  onErase,
  onCancel,
}: EraseFormProps) {
  const { t } = useTranslation('privacy');
  const { t: shell } = useTranslation();
  const local = useLocal();
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onErase(typed);
  };
  return (
    <form onSubmit={submit} className="grid gap-3">
      <p>{warning}</p>
      {children}
      <Field
        label={t('erase.type_name', { name })}
        error={error instanceof ApiError ? local(error.text) : undefined}
      >
        {(ids) => (
          <Input
            {...ids}
            autoComplete="off"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <div className="flex gap-2">
        <Button
          type="submit"
          variant="danger"
          disabled={pending || typed.trim() !== name.trim() || !isAnswered}
        >
          {t('erase.submit')}
        </Button>
        <Button variant="ghost" onClick={onCancel}>
          {shell('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
