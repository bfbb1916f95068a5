import type { ContactFields } from '@tokenholic/contracts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, Input, Textarea } from '@/ui/field';
import { ErrorState } from '@/ui/states';
import { CustomInputs } from './custom-inputs';

const EMPTY: ContactFields = { name: '', title: '', email: '', phone: '', notes: '' };
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

interface ContactDialogProps {
  title: string;
  contact?: ContactFields;
  busy: boolean;
  error: Error | null;
  onSave: (fields: ContactFields) => void;
  onClose: () => void;
}

/** The form of a person. */
export function ContactDialog({ title, contact, busy, error, onSave, onClose }: ContactDialogProps) {
  const { t } = useTranslation('deals');
  const { t: shell } = useTranslation('shell');
  const [draft, setDraft] = useState<ContactFields>(contact ?? EMPTY);
  const [touched, setTouched] = useState(false);
  const badName = draft.name.trim() === '';
  const badEmail = draft.email !== '' && !EMAIL.test(draft.email);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTouched(true);
    const { name, title: position, email, phone, notes } = draft;
    if (!badName && !badEmail)
      onSave({ name, title: position, email, phone, notes, custom: draft.custom ?? {} });
  };
  const wrong = (name: 'name' | 'title' | 'email' | 'phone') => {
    if (!touched) return undefined;
    if (name === 'name' && badName) return t('contact.name_needed');
    return name === 'email' && badEmail ? t('contact.email_wrong') : undefined;
  };
  return (
    <Dialog open onClose={onClose} title={title}>
      <form onSubmit={submit} noValidate className="grid grid-cols-2 gap-x-4 gap-y-2">
        {(['name', 'title', 'email', 'phone'] as const).map((name) => (
          <Field key={name} label={t(`contact.${name}`)} error={wrong(name)}>
            {(ids) => (
              <Input
                {...ids}
                type={name === 'email' ? 'email' : 'text'}
                value={draft[name]}
                maxLength={80}
                autoComplete="off"
                onChange={(event) => setDraft({ ...draft, [name]: event.target.value.trimStart() })}
              />
            )}
          </Field>
        ))}
        <div className="col-span-2">
          <Field label={t('contact.notes')}>
            {(ids) => (
              <Textarea
                {...ids}
                value={draft.notes}
                maxLength={4_000}
                onChange={(event) => setDraft({ ...draft, notes: event.target.value })}
              />
            )}
          </Field>
        </div>
        <CustomInputs
          of="contact"
          values={draft.custom ?? {}}
          onChange={(custom) => setDraft({ ...draft, custom })}
        />
        {error === null ? null : (
          <div className="col-span-2">
            <ErrorState error={error} />
          </div>
        )}
        <div className="col-span-2 flex gap-2">
          <Button type="submit" variant="primary" disabled={busy}>
            {shell('action.save')}
          </Button>
          <Button onClick={onClose}>{shell('action.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
