import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PersonaCard } from '@tokenholic/contracts';
import { UserRoundSearch } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { get } from '@/api/http';
import { useLocal } from '@/i18n';

/** What is known of how to deal with the person, in a line that leads to their persona. */
export function PersonaLink({ contactId }: { contactId: string }) {
  const { t } = useTranslation('deals');
  const local = useLocal();
  const { data } = useQuery({
    queryKey: ['personas', 'card', contactId],
    queryFn: () => get<PersonaCard>(`/api/personas/${contactId}/card`),
    retry: false,
  });
  return (
    <section className="flex flex-wrap items-center gap-2 rounded-card border border-line bg-surface p-3">
      <UserRoundSearch aria-hidden className="size-4 text-ink-2" />
      <h2 className="font-semibold">{t('contact.persona')}</h2>
      {data === undefined ? null : data.summary.length === 0 ? (
        <span className="text-ink-3">{t('contact.persona_none')}</span>
      ) : (
        data.summary.map(({ key, label }) => (
          <span key={key} className="rounded-tile bg-sunken px-1.5 py-0.5 text-xs">
            {local(label)}
          </span>
        ))
      )}
      <Link to="/personas/$contactId" params={{ contactId }} className="ml-auto underline">
        {t('contact.persona_open')}
      </Link>
    </section>
  );
}
