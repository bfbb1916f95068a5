import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { PublicSource } from '@tokenholic/contracts';
import { formatBytes } from '@tokenholic/presentation';
import { ChevronDown, FileText, X } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { newId } from '@/api/new-id';
import { useAllowed } from '@/api/session';
import { useLanguage, useLocal } from '@/i18n';
import { Button, buttonLook } from '@/ui/button';
import { Field, Input, Textarea } from '@/ui/field';
import { startClient } from '../api/clients';
import { isWebAddress } from '../model/list';
import { SourceSwitches } from './source-switches';

/** A company's name and whatever one has of it; research starts from here. */
export function NewMapForm() {
  const { t } = useTranslation('home');
  const { t: shell } = useTranslation('shell');
  const language = useLanguage();
  const local = useLocal();
  const navigate = useNavigate();
  const allowed = useAllowed('client.write');
  const [name, setName] = useState('');
  const [open, setOpen] = useState(false);
  const [website, setWebsite] = useState('');
  const [links, setLinks] = useState('');
  const [notes, setNotes] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [publicSources, setPublicSources] = useState(true);
  const [skipped, setSkipped] = useState<readonly PublicSource[]>([]);
  const [uploading, setUploading] = useState<string | null>(null);
  const [touched, setTouched] = useState(false);
  // One id for one intention: pressing twice, or again after a lost answer, makes one client.
  const id = useRef(newId());

  const linkList = links.split(/\s+/).filter((link) => link !== '');
  const badWebsite = website !== '' && !isWebAddress(website);
  const badLinks = linkList.some((link) => !isWebAddress(link));
  const start = useMutation({
    mutationFn: (allowDuplicateName: boolean) =>
      startClient(
        id.current,
        {
          name: name.trim(),
          files,
          allowDuplicateName,
          input: {
            website: website === '' ? null : website,
            links: linkList,
            notes,
            materialIds: [],
            language,
            publicSources,
            skipSources: [...skipped],
          },
        },
        setUploading,
      ),
    onSuccess: ({ clientId, runId }) =>
      runId === null
        ? navigate({ to: '/clients/$clientId', params: { clientId } })
        : navigate({ to: '/clients/$clientId/runs/$runId', params: { clientId, runId } }),
    onSettled: () => setUploading(null),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTouched(true);
    if (name.trim() !== '' && !badWebsite && !badLinks) start.mutate(false);
  };
  const failure = start.error instanceof ApiError ? start.error : null;
  const taken = failure?.code === 'identity.client_name_taken' ? String(failure.details.clientId) : null;
  return (
    <form
      onSubmit={submit}
      noValidate
      className="grid gap-4 rounded-sheet border border-line bg-surface p-5 max-md:p-4"
    >
      <div className="flex items-start gap-3 max-md:flex-col max-md:items-stretch">
        <div className="flex-1">
          <Field
            label={t('name')}
            hideLabel
            error={touched && name.trim() === '' ? t('name_needed') : undefined}
          >
            {(ids) => (
              <Input
                {...ids}
                value={name}
                maxLength={120}
                onChange={(event) => setName(event.target.value)}
                placeholder={t('name_example')}
                autoComplete="off"
                className="h-12 text-lg max-md:h-12"
              />
            )}
          </Field>
        </div>
        <Button
          type="submit"
          variant="primary"
          size="large"
          disabled={!allowed || start.isPending}
          title={allowed ? undefined : shell('forbidden')}
        >
          {uploading === null ? t('go') : t('uploading', { name: uploading })}
        </Button>
      </div>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex min-h-8 items-center gap-1 justify-self-start text-ink-2 hover:text-ink max-md:min-h-11"
      >
        <ChevronDown className={`size-4 transition-transform ${open ? 'rotate-180' : ''}`} />
        {open ? t('less') : t('more')}
      </button>
      {open ? (
        <div className="grid grid-cols-2 gap-x-5 gap-y-3 max-md:grid-cols-1">
          <Field label={t('website')} error={badWebsite ? t('bad_address') : undefined}>
            {(ids) => (
              <Input
                {...ids}
                type="url"
                value={website}
                onChange={(event) => setWebsite(event.target.value.trim())}
                placeholder="https://"
              />
            )}
          </Field>
          <Field label={t('links')} error={badLinks ? t('bad_address') : undefined}>
            {(ids) => (
              <Textarea
                {...ids}
                rows={2}
                value={links}
                onChange={(event) => setLinks(event.target.value)}
                className="min-h-9"
              />
            )}
          </Field>
          <Field label={t('notes')} help={t('notes_help')}>
            {(ids) => (
              <Textarea {...ids} rows={4} value={notes} onChange={(event) => setNotes(event.target.value)} />
            )}
          </Field>
          <FilePicker files={files} onChange={setFiles} />
          <label className="col-span-full flex min-h-8 items-center gap-2">
            <input
              type="checkbox"
              checked={publicSources}
              onChange={(event) => setPublicSources(event.target.checked)}
              className="size-4 accent-[var(--ink)]"
            />
            {t('public_sources')}
          </label>
          {publicSources ? <SourceSwitches skipped={skipped} onChange={setSkipped} /> : null}
        </div>
      ) : null}
      {failure === null ? null : (
        <div role="alert" className="flex flex-wrap items-center gap-3 rounded-control bg-sunken p-3">
          <span className="text-danger">{local(failure.text)}</span>
          {taken === null ? null : (
            <>
              <Link
                to="/clients/$clientId"
                params={{ clientId: taken }}
                className={buttonLook({ size: 'small' })}
              >
                {t('open_existing')}
              </Link>
              <Button size="small" onClick={() => start.mutate(true)}>
                {t('create_another')}
              </Button>
            </>
          )}
        </div>
      )}
    </form>
  );
}

function FilePicker({
  files,
  onChange,
}: {
  files: readonly File[];
  onChange: (files: readonly File[]) => void;
}) {
  const { t } = useTranslation('home');
  const { t: shell } = useTranslation('shell');
  const picker = useRef<HTMLInputElement>(null);
  return (
    <Field label={t('files')} help={t('files_help')}>
      {(ids) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the one for keyboards
        <div
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault();
            onChange([...files, ...event.dataTransfer.files]);
          }}
          className="grid gap-2 rounded-control border border-dashed border-line-strong p-3"
        >
          <input
            {...ids}
            ref={picker}
            type="file"
            multiple
            className="sr-only"
            tabIndex={-1}
            onChange={(event) => onChange([...files, ...(event.target.files ?? [])])}
          />
          <div className="flex items-center gap-2">
            <Button size="small" onClick={() => picker.current?.click()}>
              {t('choose')}
            </Button>
            <span className="text-xs text-ink-3">{t('drop')}</span>
          </div>
          {files.map((file) => (
            <div key={`${file.name}-${file.size}`} className="flex items-center gap-2 text-xs">
              <FileText className="size-4 text-ink-3" />
              <span className="min-w-0 flex-1 truncate">{file.name}</span>
              <span className="text-ink-3">{formatBytes(file.size)}</span>
              <button
                type="button"
                aria-label={`${shell('action.remove')} ${file.name}`}
                onClick={() => onChange(files.filter((other) => other !== file))}
              >
                <X className="size-4" />
              </button>
            </div>
          ))}
        </div>
      )}
    </Field>
  );
}
