import { Link } from '@tanstack/react-router';
import type { Persona } from '@tokenholic/contracts';
import { formatDate } from '@tokenholic/presentation';
import { MailQuestion } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { buttonLook } from '@/ui/button';

/** Says that a persona waits for the person's consent, why, and how to get it. */
export function ConsentCard({ persona: { consent, clientId, contactId } }: { persona: Persona }) {
  const { t } = useTranslation('personas');
  const language = useLanguage();
  return (
    <section className="grid gap-3 rounded-card border border-line bg-surface p-4">
      <h2 className="flex items-center gap-2 font-semibold">
        <MailQuestion aria-hidden className="size-4 text-warn" /> {t('consent.title')}
      </h2>
      <p className="max-w-[80ch] text-ink-2">
        {t(`consent.${consent.because}`, {
          date: consent.since === null ? '' : formatDate(consent.since, language),
        })}
      </p>
      <ol className="grid max-w-[80ch] list-decimal gap-1 pl-5 text-ink-2">
        <li>{t('consent.step_address')}</li>
        <li>{t('consent.step_ask')}</li>
        <li>{t('consent.step_record')}</li>
      </ol>
      <p className="flex flex-wrap gap-2">
        <Link to="/consents" search={{ client: clientId }} className={buttonLook({ variant: 'primary' })}>
          {t('consent.record')}
        </Link>
        <Link to="/contacts/$contactId" params={{ contactId }} className={buttonLook({})}>
          {t('to_contact')}
        </Link>
      </p>
    </section>
  );
}
