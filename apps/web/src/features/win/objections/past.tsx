import type { Objection } from '@tokenholic/contracts';
import { formatDate } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { usePast } from './objections-api';

/** What was objected lately, with how it ended. */
export function Past({
  clientId,
  onOpen,
}: {
  clientId: string | null;
  onOpen: (objection: Objection) => void;
}) {
  const { t } = useTranslation('objections');
  const language = useLanguage();
  const { data } = usePast(clientId);
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h2 className="text-lg font-semibold">{t('past')}</h2>
      <ul className="divide-y divide-line rounded-card border border-line bg-surface">
        {data.items.slice(0, 20).map((objection) => (
          <li key={objection.id}>
            <button
              type="button"
              onClick={() => onOpen(objection)}
              className="grid w-full gap-0.5 px-4 py-2.5 text-left hover:bg-sunken"
            >
              <span className="line-clamp-2">{objection.text}</span>
              <span className="text-xs text-ink-3">
                {objection.category === null ? t('no_category') : t(`kind.${objection.category}`)} ·{' '}
                {formatDate(objection.createdAt, language)}
                {objection.outcome === null ? '' : ` · ${t(`outcome.${objection.outcome}`)}`}
              </span>
              {objection.sent === null ? null : (
                <span className="line-clamp-2 text-xs text-ink-2">
                  {t('answered', { sent: objection.sent })}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
