import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';
import { type Company, MOST_COMPANIES } from './companies';
import type { Progress } from './use-import';

/** The companies as they will be created, each with what is wrong or how far it is. */
export function CompanyTable({
  companies,
  progress,
}: {
  companies: readonly Company[];
  progress: ReadonlyMap<number, Progress>;
}) {
  const { t } = useTranslation('import');
  return (
    <section
      aria-label={t('title')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto rounded-card border border-line bg-surface"
    >
      <table className="w-full text-left">
        <thead>
          <tr className="border-b border-line-strong text-xs text-ink-3">
            <th scope="col" className="px-4 py-2 font-medium">
              {t('line')}
            </th>
            {(['name', 'website', 'notes'] as const).map((column) => (
              <th key={column} scope="col" className="px-4 py-2 font-medium">
                {t(`column.${column}`)}
              </th>
            ))}
            <th scope="col" className="px-4 py-2 font-medium">
              {t('status')}
            </th>
          </tr>
        </thead>
        <tbody>
          {companies.map((company) => (
            <tr key={company.line} className="border-b border-line align-top last:border-0">
              <td className="px-4 py-2 text-ink-3">{company.line}</td>
              <th scope="row" className="px-4 py-2 font-medium">
                {company.name}
              </th>
              <td className="max-w-60 truncate px-4 py-2">{company.website}</td>
              <td className="max-w-72 truncate px-4 py-2 text-ink-2">{company.notes}</td>
              <td className="px-4 py-2 whitespace-nowrap">
                <Status company={company} progress={progress.get(company.line)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Status({ company, progress }: { company: Company; progress: Progress | undefined }) {
  const { t } = useTranslation('import');
  const local = useLocal();
  const { problem } = company;
  if (problem !== null)
    return (
      <span className="text-danger">
        {t(`problem.${problem.kind}`, {
          count: MOST_COMPANIES,
          line: problem.kind === 'twice' ? problem.line : 0,
        })}
      </span>
    );
  if (progress === undefined) return <span className="text-ink-2">{t('ready')}</span>;
  if (progress.state === 'failed')
    return (
      <span className="text-danger">
        {t('failed', { why: progress.why === null ? '' : local(progress.why) })}
      </span>
    );
  if (progress.state !== 'created') return <span className="text-ink-2">{t(progress.state)}</span>;
  return (
    <span className="text-ok">
      {t('created')} ·{' '}
      <Link to="/clients/$clientId" params={{ clientId: progress.clientId }} className="underline">
        {t('open')}
      </Link>
    </span>
  );
}
