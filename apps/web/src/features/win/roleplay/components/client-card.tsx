import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';
import { ErrorState, Skeleton } from '@/ui/states';
import { useClientPersona } from '../api/practice';

/** The customer that a client's map makes: who sits there, what each part comes from, and what is invented. */
export function ClientCard({ clientId }: { clientId: string }) {
  const { t } = useTranslation('roleplay');
  const local = useLocal();
  const made = useClientPersona(clientId);
  if (made.isPending) return <Skeleton className="h-32" />;
  if (made.error !== null) return <ErrorState error={made.error} onRetry={() => void made.refetch()} />;
  const { persona, madeFrom, invented } = made.data;
  return (
    <section
      aria-label={t('customer.made')}
      className="grid gap-3 rounded-card border border-line bg-surface p-4"
    >
      <p className="grid gap-1">
        <span className="font-medium">{local(persona.company)}</span>
        <span className="text-ink-2">
          {local(persona.name)} · {local(persona.role)}
        </span>
        <span className="text-xs text-ink-3">{t(`knowledge.${persona.knowledge}`)}</span>
      </p>
      <div className="grid gap-1.5">
        <h3 className="text-xs font-medium text-ink-2">{t('customer.made_from')}</h3>
        <ul className="grid gap-2">
          {madeFrom.map(({ part, text, quote, url, category }) => (
            <li key={`${part} ${text.en}`} className="grid gap-0.5 sm:grid-cols-[7rem_minmax(0,1fr)]">
              <span className="text-xs text-ink-3">{t(`origin.${part}`)}</span>
              <span className="min-w-0">
                {category === null ? null : (
                  <span className="mr-1 text-xs text-ink-3">{t(`category.${category}`)}</span>
                )}
                {local(text)}
                {quote === null ? null : (
                  <span className="block text-xs text-ink-2">
                    “{quote}”{' '}
                    {url === null ? null : (
                      <a className="underline" href={url} target="_blank" rel="noreferrer">
                        {t('customer.page')}
                      </a>
                    )}
                  </span>
                )}
              </span>
            </li>
          ))}
        </ul>
      </div>
      <p className="text-xs text-ink-3">
        {t('customer.invented', {
          facts: invented.map((fact) => t(`fact.${fact}`)).join(t('customer.comma')),
        })}
      </p>
    </section>
  );
}
