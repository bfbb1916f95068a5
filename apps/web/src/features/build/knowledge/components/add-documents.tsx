import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Field, Input, Textarea } from '@/ui/field';
import { type Act, useAct } from '../api/knowledge';

const ACCEPT = '.pdf,.docx,.pptx,.xlsx,.csv,.md,.markdown,.html,.htm,.txt';

/** The ways in: files, an address, a sitemap, an entry typed in. */
export function AddDocuments({ collectionId }: { collectionId: string }) {
  const { t } = useTranslation('knowledge');
  const local = useLocal();
  const act = useAct();
  const [question, setQuestion] = useState('');
  const [answer, setAnswer] = useState('');
  const submit = (made: Act, clear: () => void) => (event: FormEvent) => {
    event.preventDefault();
    act.mutate(made, { onSuccess: clear });
  };
  const upload = async (files: FileList | null) => {
    for (const file of files ?? [])
      await act.mutateAsync({ act: 'add_file', collectionId, file }).catch(() => undefined);
  };
  const failure = act.error instanceof ApiError ? local(act.error.text) : undefined;
  return (
    <details className="rounded-card border border-line bg-surface">
      <summary className="cursor-pointer px-4 py-3 font-semibold">{t('add')}</summary>
      <div className="grid gap-4 border-t border-line p-4 md:grid-cols-2">
        <div className="grid content-start gap-4">
          <Field label={t('files')} help={t('files_help')} error={failure}>
            {(ids) => (
              <Input
                {...ids}
                type="file"
                multiple
                accept={ACCEPT}
                className="py-1.5"
                onChange={(event) => void upload(event.target.files)}
              />
            )}
          </Field>
          <AddressForm
            {...{ label: t('address'), help: t('address_help'), verb: t('add_address') }}
            add={(url, clear) => act.mutate({ act: 'add_page', collectionId, url }, { onSuccess: clear })}
          />
          <AddressForm
            {...{ label: t('sitemap'), help: t('sitemap_help'), verb: t('add_sitemap') }}
            add={(url, clear) => act.mutate({ act: 'add_source', collectionId, url }, { onSuccess: clear })}
          />
        </div>
        <form
          className="grid content-start gap-2"
          onSubmit={submit({ act: 'add_entry', collectionId, entry: { question, answer } }, () => {
            setQuestion('');
            setAnswer('');
          })}
        >
          <Field label={t('entry_question')}>
            {(ids) => (
              <Input
                {...ids}
                maxLength={300}
                value={question}
                onChange={(event) => setQuestion(event.target.value)}
              />
            )}
          </Field>
          <Field label={t('entry_answer')}>
            {(ids) => (
              <Textarea {...ids} value={answer} onChange={(event) => setAnswer(event.target.value)} />
            )}
          </Field>
          <Button
            type="submit"
            className="justify-self-start"
            disabled={question.trim() === '' || answer.trim() === '' || act.isPending}
          >
            {t('add_entry')}
          </Button>
        </form>
      </div>
    </details>
  );
}

interface AddressFormProps {
  label: string;
  help: string;
  verb: string;
  add: (url: string, clear: () => void) => void;
}

function AddressForm({ label, help, verb, add }: AddressFormProps) {
  const [url, setUrl] = useState('');
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        add(url.trim(), () => setUrl(''));
      }}
    >
      <Field label={label} help={help}>
        {(ids) => (
          <Input
            {...ids}
            type="url"
            placeholder="https://"
            value={url}
            onChange={(event) => setUrl(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" className="mt-5" disabled={!/^https?:\/\/\S+$/.test(url.trim())}>
        {verb}
      </Button>
    </form>
  );
}
