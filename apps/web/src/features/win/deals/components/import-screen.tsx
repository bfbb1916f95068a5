import { Link } from '@tanstack/react-router';
import { Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllowed } from '@/api/session';
import { usePageTitle } from '@/shell/page-title';
import { Button } from '@/ui/button';
import { ErrorState, Skeleton } from '@/ui/states';
import { useImport, useUpload } from '../api/imports';
import { ImportList } from './import-list';
import { ImportMappingForm } from './import-mapping-form';

/** Deals from a table: choose the file, match the columns, look at what would happen, import. */
export function ImportScreen() {
  const { t } = useTranslation('deals');
  usePageTitle(t('import.title'));
  const allowed = useAllowed('deal.write');
  const [chosen, setChosen] = useState<string | null>(null);
  const current = useImport(chosen);
  const upload = useUpload();
  const send = (file: File | undefined) => {
    if (file !== undefined) upload.mutate(file, { onSuccess: ({ id }) => setChosen(id) });
  };
  return (
    <div className="mx-auto grid max-w-[1080px] grid-cols-[minmax(0,1fr)] gap-6 px-6 py-6 max-md:px-4 max-md:py-5">
      <header className="grid gap-1">
        <Link to="/deals" className="justify-self-start text-xs text-ink-2 underline">
          {t('title')}
        </Link>
        <h1 className="text-2xl font-semibold">{t('import.title')}</h1>
        <p className="text-ink-2">{t('import.intro')}</p>
      </header>
      <DropZone disabled={!allowed || upload.isPending} busy={upload.isPending} onFile={send} />
      {upload.isError ? <ErrorState error={upload.error} /> : null}
      {chosen !== null && current.isPending ? <Skeleton className="h-64" /> : null}
      {current.data?.status === 'uploaded' ? (
        <ImportMappingForm key={current.data.id} file={current.data} onStarted={() => setChosen(null)} />
      ) : null}
      <ImportList onOpen={setChosen} />
    </div>
  );
}

interface DropZoneProps {
  disabled: boolean;
  busy: boolean;
  onFile: (file: File | undefined) => void;
}

function DropZone({ disabled, busy, onFile }: DropZoneProps) {
  const { t } = useTranslation('deals');
  const picker = useRef<HTMLInputElement>(null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the one for keyboards
    <div
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        if (!disabled) onFile(event.dataTransfer.files[0]);
      }}
      className="flex flex-wrap items-center gap-3 rounded-card border border-dashed border-line-strong bg-surface p-5"
    >
      <input
        ref={picker}
        type="file"
        accept=".csv,.xlsx,.txt,text/csv"
        aria-label={t('import.choose')}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          onFile(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <Button variant="primary" disabled={disabled} onClick={() => picker.current?.click()}>
        <Upload className="size-4" /> {t(busy ? 'import.reading' : 'import.choose')}
      </Button>
      <span className="text-ink-2">{t('import.drop')}</span>
    </div>
  );
}
