import type { LibraryReply } from '@tokenholic/contracts';
import { formatPercent } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';

/** Below this many rated uses a share is a hint and no finding. */
const FEW = 10;

/** How often a reply was used and how often it worked, with the interval; few uses are said to be few. */
export function Success({ reply: { uses, worked, failed, success } }: { reply: LibraryReply }) {
  const { t } = useTranslation('objections');
  const language = useLanguage();
  if (uses === 0) return null;
  const percent = (share: number) => formatPercent(share, language);
  return (
    <p className="text-xs text-ink-3">
      {t('used', { count: uses })}
      {success === null
        ? ` · ${t('unrated')}`
        : ` · ${t('success', {
            ...{ worked, rated: worked + failed, share: percent(success.value) },
            ...{ low: percent(success.low), high: percent(success.high) },
          })}`}
      {success !== null && worked + failed < FEW ? ` · ${t('few')}` : ''}
    </p>
  );
}
