import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface ChartFrameProps {
  /** A sentence that says what is to be seen. */
  title: string;
  children: ReactNode;
  headings: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

/** A picture with the sentence it says, and its figures as a table beside it. */
export function ChartFrame({ title, children, headings, rows }: ChartFrameProps) {
  const { t } = useTranslation('personas');
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-2 rounded-card border border-line bg-surface p-4">
      <h3 className="font-medium">{title}</h3>
      {children}
      <details className="text-xs">
        <summary className="cursor-pointer text-ink-2">{t('figures')}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
        <section className="max-h-64 overflow-auto pt-2" tabIndex={0} aria-label={title}>
          <table className="w-full text-left">
            <thead>
              <tr>
                {headings.map((heading) => (
                  <th key={heading} scope="col" className="pr-3 font-medium text-ink-2">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={String(row[0])} className="border-t border-line">
                  {row.map((cell, index) =>
                    index === 0 ? (
                      <th key={headings[index]} scope="row" className="pr-3 font-normal whitespace-nowrap">
                        {cell}
                      </th>
                    ) : (
                      <td key={headings[index]} className="pr-3">
                        {cell}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </section>
  );
}
