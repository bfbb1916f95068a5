import type { Objection } from '@tokenholic/contracts';
import { formatDate } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';

/** What worked against this kind of objection before, this client's first, to be said again. */
export function Proven({ objection, onUse }: { objection: Objection; onUse: (text: string) => void }) {
  const { t } = useTranslation('objections');
  const language = useLanguage();
  if (objection.proven.length === 0) return null;
  return (
    <section className="grid gap-2 rounded-card border border-line bg-surface p-4">
      <h3 className="font-semibold">{t('proven')}</h3>
      <ul className="grid gap-3">
        {objection.proven.map(({ objectionId, objection: said, sent, sameClient, createdAt }) => (
          <li key={objectionId} className="grid gap-1 border-t border-line pt-3 first:border-0 first:pt-0">
            <p className="text-xs text-ink-3">
              {t(sameClient ? 'proven_here' : 'proven_elsewhere')} · {formatDate(createdAt, language)} ·{' '}
              <q>{said}</q>
            </p>
            <p lang={objection.language}>{sent}</p>
            <Button size="small" className="justify-self-start" onClick={() => onUse(sent)}>
              {t('use')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
