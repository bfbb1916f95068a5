import { Link } from '@tanstack/react-router';
import { type ChangeEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllowed } from '@/api/session';
import { useLanguage } from '@/i18n';
import { usePageTitle } from '@/shell/page-title';
import { Button } from '@/ui/button';
import { Field, Input, Select, Textarea } from '@/ui/field';
import { COLUMNS, type Column, guessColumns, MOST_COMPANIES, readCompanies } from './companies';
import { CompanyTable } from './company-table';
import { useImport } from './use-import';

/** Many companies at once: a table in, a preview, then each is created and its research queued. */
export function ImportScreen() {
  const { t } = useTranslation('import');
  const { t: shell } = useTranslation();
  const language = useLanguage();
  usePageTitle(t('title'));
  const allowed = useAllowed('client.write');
  const [rows, setRows] = useState<readonly (readonly string[])[]>([]);
  const [columns, setColumns] = useState<Column[]>([]);
  const [failure, setFailure] = useState<'unreadable' | 'empty' | null>(null);
  const { progress, running, start, stop, reset } = useImport(language);
  useEffect(() => {
    if (!running) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [running]);

  const read = async (text: string) => {
    const { default: papa } = await import('papaparse');
    const { data } = papa.parse<string[]>(text.trim(), { skipEmptyLines: 'greedy' });
    reset();
    // A byte order that is no text leaves replacement characters behind.
    const isText = !text.includes('\uFFFD') && !text.includes('\u0000');
    setFailure(!isText ? 'unreadable' : data.length < 2 ? 'empty' : null);
    setRows(isText ? data : []);
    setColumns(isText ? guessColumns(data[0] ?? []) : []);
  };
  const readFile = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file !== undefined) await read(await decode(file));
  };
  const companies = columns.includes('name') ? readCompanies(rows, columns) : [];
  const ready = companies.filter(({ problem }) => problem === null);
  const left = ready.filter(({ line }) => !progress.has(line));
  const failed = ready.filter(({ line }) => progress.get(line)?.state === 'failed');
  const count = (state: string) => [...progress.values()].filter((item) => item.state === state).length;
  const isDone = progress.size > 0 && !running;
  return (
    <div className="mx-auto grid max-w-[1180px] grid-cols-[minmax(0,1fr)] gap-6 px-8 py-8 max-md:px-4 max-md:py-5">
      <header className="grid max-w-[72ch] gap-1">
        <Link to="/" className="text-ink-2 hover:underline">
          ← {t('back')}
        </Link>
        <h1 className="text-2xl font-semibold">{t('title')}</h1>
        <p className="text-ink-2">{t('intro', { count: MOST_COMPANIES })}</p>
      </header>
      {allowed ? null : <p className="text-ink-2">{shell('forbidden')}</p>}
      <div className="grid gap-4 md:grid-cols-2">
        <Field label={t('file')} error={failure === null ? undefined : t(failure)}>
          {(ids) => (
            <Input
              {...ids}
              type="file"
              accept=".csv,.tsv,.txt,text/csv"
              disabled={!allowed || running}
              className="py-1.5"
              onChange={(event) => void readFile(event)}
            />
          )}
        </Field>
        <Field label={t('paste')}>
          {(ids) => (
            <Textarea
              {...ids}
              rows={3}
              disabled={!allowed || running}
              placeholder={t('paste_example')}
              onChange={(event) => void read(event.target.value)}
            />
          )}
        </Field>
      </div>
      {rows.length < 2 ? null : (
        <fieldset className="grid gap-3">
          <legend className="mb-2 font-semibold">{t('mapping')}</legend>
          <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
            {(rows[0] ?? []).map((heading, index) => (
              <Field
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; headings may repeat
                key={index}
                label={t('column_label', { number: index + 1, title: heading })}
              >
                {(ids) => (
                  <Select
                    {...ids}
                    disabled={running}
                    value={columns[index]}
                    onChange={(event) =>
                      setColumns(
                        columns.map((column, place) =>
                          place === index
                            ? (COLUMNS.find((option) => option === event.target.value) ?? column)
                            : column === event.target.value
                              ? 'ignore'
                              : column,
                        ),
                      )
                    }
                  >
                    {COLUMNS.map((column) => (
                      <option key={column} value={column}>
                        {t(`column.${column}`)}
                      </option>
                    ))}
                  </Select>
                )}
              </Field>
            ))}
          </div>
          {columns.includes('name') ? null : (
            <p role="alert" className="text-danger">
              {t('no_name_column')}
            </p>
          )}
        </fieldset>
      )}
      {companies.length === 0 ? null : (
        <>
          <div className="flex flex-wrap items-center gap-3">
            <p className="flex-1">
              {isDone
                ? t('done', { created: count('created'), exists: count('exists'), failed: count('failed') })
                : running
                  ? t('leave')
                  : t('preview', { ready: ready.length, problems: companies.length - ready.length })}
            </p>
            {running ? <Button onClick={stop}>{t('stop')}</Button> : null}
            {!running && failed.length > 0 ? (
              <Button onClick={() => void start(failed)}>{t('retry', { count: failed.length })}</Button>
            ) : null}
            {!running && left.length > 0 ? (
              <Button variant="primary" disabled={!allowed} onClick={() => void start(left)}>
                {t('start', { count: left.length })}
              </Button>
            ) : null}
          </div>
          <CompanyTable companies={companies} progress={progress} />
        </>
      )}
    </div>
  );
}

/** UTF-8 as a rule; what is none is taken as the encoding that Chinese spreadsheets save in. */
async function decode(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
