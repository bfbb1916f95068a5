import type { DealImport, ImportField, ImportMapping, ImportReport } from '@tokenholic/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Field, Select } from '@/ui/field';
import { ErrorState } from '@/ui/states';
import { useAccounts } from '../api/deals';
import { useCheckImport, useRunImport } from '../api/imports';
import { importFields, withColumn } from '../model/import-fields';
import { useFields } from '../model/use-stages';
import { ImportReportView } from './import-report';

interface ImportMappingFormProps {
  file: DealImport;
  onStarted: () => void;
}

/** What each column holds, with the first lines beside it; then a trial, then the import itself. */
export function ImportMappingForm({ file, onStarted }: ImportMappingFormProps) {
  const { t } = useTranslation('deals');
  const [mapping, setMapping] = useState<ImportMapping>(file.mapping);
  const [report, setReport] = useState<ImportReport | null>(null);
  const check = useCheckImport(file.id);
  const run = useRunImport();
  const change = (next: ImportMapping) => {
    setMapping(next);
    setReport(null);
  };
  return (
    <section className="grid gap-4 rounded-card border border-line bg-surface p-4">
      <h2 className="text-lg font-semibold">
        {t('import.match', { name: file.fileName })}{' '}
        <span className="text-sm font-normal text-ink-2">
          {t('import.lines', { count: file.lines })} · {file.encoding}
        </span>
      </h2>
      <SampleTable
        file={file}
        columns={mapping.columns}
        onColumn={(at, field) => change({ ...mapping, columns: withColumn(mapping.columns, at, field) })}
      />
      <div className="flex flex-wrap items-end gap-3">
        {mapping.columns.includes('client') ? null : <ClientForAll mapping={mapping} onChange={change} />}
        <Field label={t('import.dates')}>
          {(ids) => (
            <Select
              {...ids}
              value={mapping.dates}
              onChange={(event) => change({ ...mapping, dates: datesOf(event.target.value) })}
            >
              {(['auto', 'month_first', 'day_first'] as const).map((one) => (
                <option key={one} value={one}>
                  {t(`import.dates_${one}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button
          className="mb-[1.375rem]"
          disabled={check.isPending}
          onClick={() => check.mutate(mapping, { onSuccess: setReport })}
        >
          {t('import.check')}
        </Button>
      </div>
      {check.isError ? <ErrorState error={check.error} /> : null}
      {report === null ? null : <ImportReportView report={report} />}
      {run.isError ? <ErrorState error={run.error} /> : null}
      {report === null || report.ready === 0 ? null : (
        <Button
          variant="primary"
          className="justify-self-start"
          disabled={run.isPending}
          onClick={() => run.mutate(file.id, { onSuccess: onStarted })}
        >
          {t('import.run', { count: report.ready })}
        </Button>
      )}
    </section>
  );
}

const datesOf = (value: string): ImportMapping['dates'] =>
  value === 'month_first' || value === 'day_first' ? value : 'auto';

interface ClientForAllProps {
  mapping: ImportMapping;
  onChange: (mapping: ImportMapping) => void;
}

function ClientForAll({ mapping, onChange }: ClientForAllProps) {
  const { t } = useTranslation('deals');
  const accounts = useAccounts();
  return (
    <Field label={t('import.client_for_all')}>
      {(ids) => (
        <Select
          {...ids}
          value={mapping.clientId ?? ''}
          onChange={(event) =>
            onChange({ ...mapping, clientId: event.target.value === '' ? null : event.target.value })
          }
        >
          <option value="">{t('field.choose')}</option>
          {(accounts.data?.items ?? []).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

interface SampleTableProps {
  file: DealImport;
  columns: readonly ImportField[];
  onColumn: (at: number, field: ImportField) => void;
}

function SampleTable({ file, columns, onColumn }: SampleTableProps) {
  const { t } = useTranslation('deals');
  const local = useLocal();
  const own = useFields('deal').map(({ key, name }) => [`custom:${key}` as const, local(name)] as const);
  const fields: readonly ImportField[] = [...importFields, ...own.map(([field]) => field)];
  const nameOf = (field: ImportField) =>
    own.find(([one]) => one === field)?.[1] ?? t(`import.field.${field}`);
  return (
    <section
      aria-label={t('import.sample')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto"
    >
      <table className="text-left">
        <thead>
          <tr>
            {file.headings.map((heading, at) => (
              <th key={heading} scope="col" className="min-w-36 p-1 align-top font-normal">
                <span className="block truncate pb-1 text-xs font-medium">{heading}</span>
                <Select
                  aria-label={t('import.column', { name: heading })}
                  value={columns[at]}
                  onChange={(event) =>
                    onColumn(at, fields.find((one) => one === event.target.value) ?? 'ignore')
                  }
                >
                  {fields.map((field) => (
                    <option key={field} value={field}>
                      {nameOf(field)}
                    </option>
                  ))}
                </Select>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {file.sample.map((row) => (
            <tr key={row.join('\u0000')} className="border-t border-line">
              {file.headings.map((heading, at) => (
                <td
                  key={heading}
                  className={`max-w-56 truncate p-1 text-xs ${columns[at] === 'ignore' ? 'text-ink-3' : ''}`}
                >
                  {row[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
