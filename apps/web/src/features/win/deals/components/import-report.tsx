import type { ImportReport } from '@tokenholic/contracts';
import { formatMoney } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';

/** What would happen, line by line where something is wrong. */
export function ImportReportView({ report }: { report: ImportReport }) {
  const { t } = useTranslation('deals');
  const language = useLanguage();
  const local = useLocal();
  return (
    <section aria-live="polite" className="grid gap-2 rounded-control bg-sunken p-3">
      <p>
        <strong>{t('import.ready', { count: report.ready })}</strong>{' '}
        {t('import.worth', { amount: formatMoney(report.amountCny, language).text })}
        {report.duplicates === 0 ? '' : ` · ${t('import.duplicates', { count: report.duplicates })}`}
        {report.wrong === 0 ? '' : ` · ${t('import.wrong', { count: report.wrong })}`}
      </p>
      {report.notes.map((note) => (
        <p key={note.en} className="text-warn">
          {local(note)}
        </p>
      ))}
      {report.problems.length === 0 ? null : (
        <ul className="grid max-h-60 gap-0.5 overflow-y-auto text-xs">
          {report.problems.map(({ line, text }) => (
            <li key={line}>
              <span className="text-ink-3">{t('import.line', { count: line })}</span> {local(text)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
