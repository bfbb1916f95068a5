import { type ComponentProps, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { useLocal } from '@/i18n';
import { Field, Input } from '@/ui/field';

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value'> {
  label: string;
  value: string;
  onValue: (value: string) => void;
  help?: string | undefined;
}

/** A labelled line of text. */
export function TextField({ label, value, onValue, help, ...rest }: TextFieldProps) {
  return (
    <Field label={label} help={help}>
      {(ids) => <Input {...ids} {...rest} value={value} onChange={(event) => onValue(event.target.value)} />}
    </Field>
  );
}

/** A password, which can be looked at while it is typed. */
export function PasswordField(props: Omit<TextFieldProps, 'type'>) {
  const { t } = useTranslation('account');
  const [shown, setShown] = useState(false);
  return (
    <div className="relative">
      <TextField {...props} type={shown ? 'text' : 'password'} className="pr-16" />
      <button
        type="button"
        aria-pressed={shown}
        aria-label={t('show_password')}
        onClick={() => setShown(!shown)}
        className="absolute top-5 right-1 h-9 rounded-control px-2 text-xs text-ink-2 hover:text-ink max-md:h-11"
      >
        {t(shown ? 'hide' : 'show')}
      </button>
    </div>
  );
}

/** Why the server refused, in the user's words. */
export function Refusal({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const local = useLocal();
  if (error === null || error === undefined) return null;
  return (
    <div role="alert" className="rounded-control border border-line-strong bg-surface px-3 py-2">
      <p className="text-danger">{error instanceof ApiError ? local(error.text) : t('crash.text')}</p>
    </div>
  );
}
