import type { TextSpan } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { partsOf, rowsOf } from '../model/parts';

/** A passage as it stands in its document; the sentences that answer are marked, a table stays one. */
export function Passage({ text, marks = [] }: { text: string; marks?: readonly TextSpan[] }) {
  const { t } = useTranslation('knowledge');
  const rows = rowsOf(text);
  if (rows !== null) {
    const [head = [], ...body] = rows;
    return (
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={t('table')}
        className="overflow-x-auto"
      >
        <table className="text-left">
          <thead>
            <tr>
              {head.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <th key={at} scope="col" className="border-b border-line-strong py-1 pr-4 font-medium">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {body.map((row, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
              <tr key={line}>
                {row.map((cell, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                  <td key={at} className="border-b border-line py-1 pr-4">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    );
  }
  return (
    <p className="max-w-[76ch] whitespace-pre-line">
      {partsOf(text, marks).map(({ text: part, start, mark }) =>
        mark === null ? (
          part
        ) : (
          <mark key={start} className={mark === 1 ? 'marked' : 'bg-mark-soft text-ink'}>
            {part}
          </mark>
        ),
      )}
    </p>
  );
}
