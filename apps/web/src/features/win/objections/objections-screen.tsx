import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Objection } from '@tokenholic/contracts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { ClientSelect } from '@/clients/client-select';
import { useLocal } from '@/i18n';
import { usePageTitle } from '@/shell/page-title';
import { Button } from '@/ui/button';
import { Field, Textarea } from '@/ui/field';
import { toast } from '@/ui/toast';
import { AnswerPanel } from './answer-panel';
import { Library } from './library';
import { useObjectionActions } from './objections-api';
import { Past } from './past';

/** Paste what a client objects: what kind it is, three ways to answer with sources, and what colleagues say. */
export function ObjectionsScreen() {
  const { t } = useTranslation('objections');
  usePageTitle(t('title'));
  const local = useLocal();
  const { client = null, said = '' } = useSearch({ from: '/objections' });
  const navigate = useNavigate({ from: '/objections' });
  const actions = useObjectionActions();
  const [text, setText] = useState(said);
  const [shown, setShown] = useState<Objection | null>(null);
  const onError = (failure: unknown) => {
    if (failure instanceof ApiError) toast.error(local(failure.text));
  };
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim().length < 2) return;
    actions.raise.mutate({ text, clientId: client }, { onSuccess: setShown, onError });
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 px-8 py-8 max-md:px-4">
      <header className="grid max-w-[68ch] gap-1">
        <h1 className="text-2xl font-semibold">{t('title')}</h1>
        <p className="text-ink-2">{t('intro')}</p>
      </header>
      <div className="grid grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)] items-start gap-6 max-lg:grid-cols-[minmax(0,1fr)]">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          <form
            onSubmit={submit}
            className="grid gap-3 rounded-card border border-line bg-surface p-5 max-md:p-4"
          >
            <Field label={t('said')}>
              {(ids) => (
                <Textarea
                  {...ids}
                  rows={3}
                  maxLength={4_000}
                  placeholder={t('example')}
                  value={text}
                  onChange={(event) => setText(event.target.value)}
                  onKeyDown={(event) => {
                    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
                  }}
                />
              )}
            </Field>
            <div className="flex flex-wrap items-end gap-3">
              <div className="w-64 max-md:w-full">
                <ClientSelect
                  label={t('client')}
                  none={t('any_client')}
                  value={client ?? ''}
                  onChange={(id) => void navigate({ search: id === '' ? {} : { client: id }, replace: true })}
                />
              </div>
              <Button
                type="submit"
                variant="primary"
                className="mb-4"
                disabled={text.trim().length < 2 || actions.raise.isPending}
              >
                {actions.raise.isPending ? t('thinking') : t('go')}
              </Button>
            </div>
          </form>
          {shown === null ? null : (
            <AnswerPanel
              key={shown.id}
              objection={shown}
              actions={actions}
              onChange={setShown}
              onError={onError}
            />
          )}
          <Past clientId={client} onOpen={setShown} />
        </div>
        <Library objection={shown} actions={actions} onError={onError} onUsed={setShown} />
      </div>
    </div>
  );
}
