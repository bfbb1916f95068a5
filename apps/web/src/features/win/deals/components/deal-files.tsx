import type { Deal } from '@tokenholic/contracts';
import { formatDateTime } from '@tokenholic/presentation';
import { FileText, Trash2, Upload } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { fileAddress, useAddFile, useFiles, useRemoveFile } from '../api/files';
import { useSaying } from '../model/use-saying';

const size = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Files of a deal: chosen or dropped here, downloaded by name. */
export function DealFiles({ deal, editable }: { deal: Deal; editable: boolean }) {
  const { t } = useTranslation('deals');
  const language = useLanguage();
  const local = useLocal();
  const files = useFiles(deal.id);
  const add = useAddFile(deal.id);
  const remove = useRemoveFile(deal.id);
  const sayError = useSaying();
  const input = useRef<HTMLInputElement>(null);
  const send = async (chosen: FileList | null) => {
    for (const file of chosen ?? []) await add.mutateAsync(file).catch(sayError);
  };
  const items = files.data?.items ?? [];
  return (
    <section
      className="grid gap-2"
      aria-label={t('files.title')}
      onDragOver={(event) => editable && event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (editable) void send(event.dataTransfer.files);
      }}
    >
      <h2 className="font-semibold">{t('files.title')}</h2>
      {items.length === 0 ? <p className="text-ink-2">{t('files.none')}</p> : null}
      <ul className="grid gap-1">
        {items.map(({ id, name, bytes, by, at }) => (
          <li key={id} className="flex items-center gap-2">
            <FileText aria-hidden className="size-4 shrink-0 text-ink-3" />
            <span className="min-w-0 flex-1">
              <a href={fileAddress(deal.id, id)} download={name} className="block truncate underline">
                {name}
              </a>
              <span className="text-xs text-ink-3">
                {size(bytes)} · {local(by)} · {formatDateTime(at, language)}
              </span>
            </span>
            {editable ? (
              <Button
                variant="ghost"
                size="icon"
                aria-label={t('files.remove', { name })}
                disabled={remove.isPending}
                onClick={() => remove.mutate(id, { onError: sayError })}
              >
                <Trash2 className="size-4" />
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {editable ? (
        <>
          <input
            ref={input}
            type="file"
            multiple
            className="sr-only"
            tabIndex={-1}
            aria-label={t('files.add')}
            onChange={({ target }) => {
              void send(target.files).then(() => {
                target.value = '';
              });
            }}
          />
          <Button
            className="justify-self-start"
            disabled={add.isPending}
            onClick={() => input.current?.click()}
          >
            <Upload className="size-4" /> {t('files.add')}
          </Button>
        </>
      ) : null}
    </section>
  );
}
