import type { SourceReference } from '@tokenholic/contracts';
import { formatDate } from '@tokenholic/presentation';
import { useLanguage } from '@/i18n';

/** Where a figure comes from: its title, opened where there is an address, and how old it is. */
export function SourceLink({ source }: { source: SourceReference }) {
  const language = useLanguage();
  return (
    <>
      {source.url === null ? (
        source.title
      ) : (
        <a href={source.url} target="_blank" rel="noreferrer noopener" className="underline">
          {source.title}
        </a>
      )}
      {source.asOf === null ? null : ` ${formatDate(source.asOf, language)}`}
    </>
  );
}
