import type { Mailbox, MailReport } from '@tokenholic/contracts';
import { formatDateTime } from '@tokenholic/presentation';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, Input } from '@/ui/field';
import { ErrorState } from '@/ui/states';
import { useFetchMailbox, useMailbox, useRemoveMailbox, useSaveMailbox } from '../api/files';
import { useSaying } from '../model/use-saying';

/** One's own mailbox: connected once, then read with a press. */
export function MailboxCard({ onReport }: { onReport: (report: MailReport) => void }) {
  const { t } = useTranslation('deals');
  const language = useLanguage();
  const local = useLocal();
  const state = useMailbox();
  const fetch = useFetchMailbox();
  const remove = useRemoveMailbox();
  const sayError = useSaying();
  const [editing, setEditing] = useState(false);
  if (state.data === undefined) return null;
  const { mailbox, fetchedAt, problem } = state.data;
  return (
    <section className="flex flex-wrap items-center gap-3 rounded-card border border-line bg-surface p-4">
      <div className="min-w-0 flex-1">
        <h2 className="font-semibold">{t('mailbox.title')}</h2>
        <p className="text-xs text-ink-2">
          {mailbox === null
            ? t('mailbox.none')
            : `${mailbox.user} · ${mailbox.host} · ${mailbox.folder}${
                fetchedAt === null
                  ? ''
                  : ` · ${t('mailbox.read_at', { at: formatDateTime(fetchedAt, language) })}`
              }`}
        </p>
        {problem === null ? null : <p className="text-xs text-warn">{local(problem)}</p>}
      </div>
      {mailbox === null ? null : (
        <Button
          variant="primary"
          disabled={fetch.isPending}
          onClick={() => fetch.mutate(undefined, { onSuccess: onReport, onError: sayError })}
        >
          {t(fetch.isPending ? 'mails.reading' : 'mailbox.fetch')}
        </Button>
      )}
      <Button onClick={() => setEditing(true)}>
        {t(mailbox === null ? 'mailbox.connect' : 'mailbox.change')}
      </Button>
      {mailbox === null ? null : (
        <Button
          variant="ghost"
          disabled={remove.isPending}
          onClick={() => remove.mutate(undefined, { onError: sayError })}
        >
          {t('mailbox.remove')}
        </Button>
      )}
      {editing ? <MailboxDialog before={mailbox} onClose={() => setEditing(false)} /> : null}
    </section>
  );
}

const NEW: Mailbox = { host: '', port: 993, secure: true, user: '', folder: 'INBOX' };

function MailboxDialog({ before, onClose }: { before: Mailbox | null; onClose: () => void }) {
  const { t } = useTranslation('deals');
  const { t: shell } = useTranslation('shell');
  const [draft, setDraft] = useState<Mailbox>(before ?? NEW);
  const [password, setPassword] = useState('');
  const save = useSaveMailbox();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ ...draft, password }, { onSuccess: onClose });
  };
  return (
    <Dialog open onClose={onClose} title={t('mailbox.title')}>
      <form onSubmit={submit} className="grid grid-cols-2 gap-x-4 gap-y-2">
        <p className="col-span-2 text-xs text-ink-2">{t('mailbox.how')}</p>
        {(['host', 'user', 'folder'] as const).map((name) => (
          <Field key={name} label={t(`mailbox.${name}`)}>
            {(ids) => (
              <Input
                {...ids}
                value={draft[name]}
                required
                maxLength={200}
                autoComplete="off"
                onChange={({ target }) => setDraft({ ...draft, [name]: target.value })}
              />
            )}
          </Field>
        ))}
        <Field label={t('mailbox.port')}>
          {(ids) => (
            <Input
              {...ids}
              type="number"
              min={1}
              max={65_535}
              value={draft.port}
              onChange={({ target }) => setDraft({ ...draft, port: Number(target.value) })}
            />
          )}
        </Field>
        <Field label={t('mailbox.password')} help={before === null ? undefined : t('mailbox.password_kept')}>
          {(ids) => (
            <Input
              {...ids}
              type="password"
              value={password}
              required={before === null}
              maxLength={500}
              autoComplete="new-password"
              onChange={({ target }) => setPassword(target.value)}
            />
          )}
        </Field>
        <label className="flex items-center gap-2">
          <input
            type="checkbox"
            checked={draft.secure}
            onChange={({ target }) => setDraft({ ...draft, secure: target.checked })}
            className="size-4 accent-[var(--ink)]"
          />
          {t('mailbox.secure')}
        </label>
        {save.isError ? (
          <div className="col-span-2">
            <ErrorState error={save.error} />
          </div>
        ) : null}
        <div className="col-span-2 flex gap-2">
          <Button type="submit" variant="primary" disabled={save.isPending}>
            {shell('action.save')}
          </Button>
          <Button onClick={onClose}>{shell('action.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
