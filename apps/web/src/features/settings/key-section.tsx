import type { ConnectionSettings } from '@tokenholic/contracts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Field, Input } from '@/ui/field';
import { useSaveKey } from './connections-api';

/** One service behind a key: search or browser. The key is typed in, never shown. */
export function KeySection({
  purpose,
  state,
}: {
  purpose: 'search' | 'browser';
  state: ConnectionSettings['search'] | ConnectionSettings['browser'];
}) {
  const { t } = useTranslation('settings');
  const { t: shell } = useTranslation();
  const local = useLocal();
  const save = useSaveKey(purpose);
  const [typing, setTyping] = useState(false);
  const [key, setKey] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (key.trim() !== '')
      save.mutate(key.trim(), {
        onSuccess: () => {
          setTyping(false);
          setKey('');
        },
      });
  };
  return (
    <section className="grid gap-3" aria-labelledby={`settings-${purpose}`}>
      <h2 id={`settings-${purpose}`} className="text-lg font-semibold">
        {t(`${purpose}.title`)}
      </h2>
      <div className="grid gap-3 rounded-card border border-line bg-surface p-4">
        <div className="flex flex-wrap items-center gap-3">
          <span className="font-medium">{t(`${purpose}.name`)}</span>
          <span className="text-xs text-ink-3">{t(state === null ? 'not_connected' : 'connected')}</span>
          <span className="flex-1" />
          {state?.from === 'environment' ? (
            <span className="text-xs text-ink-3">{t('from_environment')}</span>
          ) : null}
          {typing ? null : (
            <Button size="small" onClick={() => setTyping(true)}>
              {t(state === null ? 'connect' : 'replace')}
            </Button>
          )}
          {state?.from === 'settings' && !typing ? (
            <Button size="small" variant="danger" disabled={save.isPending} onClick={() => save.mutate(null)}>
              {t('disconnect')}
            </Button>
          ) : null}
        </div>
        <p className="max-w-[68ch] text-ink-2">{t(`${purpose}.text`)}</p>
        {typing ? (
          <form onSubmit={submit} className="grid max-w-md gap-3">
            <Field
              label={t('field.key')}
              help={t('field.key_help')}
              error={save.error instanceof ApiError ? local(save.error.text) : undefined}
            >
              {(ids) => (
                <Input
                  {...ids}
                  type="password"
                  autoComplete="off"
                  value={key}
                  onChange={(event) => setKey(event.target.value)}
                />
              )}
            </Field>
            <div className="flex gap-2">
              <Button type="submit" variant="primary" disabled={save.isPending || key.trim() === ''}>
                {shell('action.save')}
              </Button>
              <Button variant="ghost" onClick={() => setTyping(false)}>
                {shell('action.cancel')}
              </Button>
            </div>
          </form>
        ) : null}
      </div>
    </section>
  );
}
