import type { Permission, ServiceAccounts } from '@tokenholic/contracts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { Field, Select } from '@/ui/field';
import { toast } from '@/ui/toast';
import { useCreateKey } from '../api/keys';
import { Refusal, TextField } from './fields';

const DAYS = [30, 90, 180, 365];

interface KeyFormProps {
  service: ServiceAccounts['items'][number];
  onDone: () => void;
}

/** Makes a key and shows it, this once. */
export function KeyForm({ service, onDone }: KeyFormProps) {
  const { t } = useTranslation('account');
  const [name, setName] = useState('');
  const [days, setDays] = useState(90);
  const [scopes, setScopes] = useState<Permission[]>([]);
  const create = useCreateKey(service.id);
  if (create.data !== undefined) return <NewKey text={create.data.key} onDone={onDone} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ name, scopes, days });
  };
  const toggle = (scope: Permission) =>
    setScopes(scopes.includes(scope) ? scopes.filter((other) => other !== scope) : [...scopes, scope]);
  return (
    <form onSubmit={submit} className="grid gap-3">
      <TextField
        label={t('keys.key_name')}
        help={t('keys.key_name_help')}
        required
        maxLength={80}
        value={name}
        onValue={setName}
      />
      <Field label={t('keys.valid')}>
        {(ids) => (
          <Select {...ids} value={days} onChange={(event) => setDays(Number(event.target.value))}>
            {DAYS.map((count) => (
              <option key={count} value={count}>
                {t('keys.days', { count })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <fieldset className="grid gap-1">
        <legend className="mb-1 text-xs font-medium text-ink-2">{t('keys.scopes')}</legend>
        {service.scopes.map((scope) => (
          <label key={scope} className="flex min-h-8 items-center gap-2 max-md:min-h-11">
            <input
              type="checkbox"
              className="size-4 accent-ink"
              checked={scopes.includes(scope)}
              onChange={() => toggle(scope)}
            />
            {t(`permission.${scope}`)} <code className="text-xs text-ink-3">{scope}</code>
          </label>
        ))}
      </fieldset>
      <Refusal error={create.error} />
      <div>
        <Button
          type="submit"
          variant="primary"
          disabled={create.isPending || name.trim() === '' || scopes.length === 0}
        >
          {t('keys.create_key')}
        </Button>
      </div>
    </form>
  );
}

function NewKey({ text, onDone }: { text: string; onDone: () => void }) {
  const { t } = useTranslation('account');
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    toast.success(t('recovery.copied'));
  };
  return (
    <div className="grid gap-3">
      <p>{t('keys.shown_once')}</p>
      <code data-api-key className="rounded-control bg-sunken p-3 text-sm break-all">
        {text}
      </code>
      <p className="text-ink-2">{t('keys.how')}</p>
      <code className="rounded-control bg-sunken p-3 text-xs break-all">
        curl -H "Authorization: Bearer thk_…" {location.origin}/api/clients
      </code>
      <div className="flex gap-2">
        <Button onClick={() => void copy()}>{t('recovery.copy')}</Button>
        <Button variant="primary" onClick={onDone}>
          {t('recovery.done')}
        </Button>
      </div>
    </div>
  );
}
