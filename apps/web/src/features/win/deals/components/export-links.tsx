import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';

/** The same as pages to read and as sheets to count on with; `address` ends where more can be asked. */
export function ExportLinks({ address }: { address: string }) {
  const { t } = useTranslation('deals');
  const language = useLanguage();
  return (
    <span className="ml-auto flex items-center gap-3 text-xs text-ink-2">
      <Download aria-hidden className="size-4" />
      {(['pdf', 'xlsx'] as const).map((format) => (
        <a
          key={format}
          href={`${address}format=${format}&language=${language}`}
          download
          aria-label={t(`export.as_${format}`)}
          className="underline max-md:min-h-11 max-md:content-center"
        >
          {t(`export.short_${format}`)}
        </a>
      ))}
    </span>
  );
}
