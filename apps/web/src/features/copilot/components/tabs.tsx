import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

const TABS = ['today', 'clients', 'client'] as const;

/** On a phone the three columns are three tabs. */
export function Tabs({ tab }: { tab: (typeof TABS)[number] }) {
  const { t } = useTranslation('copilot');
  const { client } = useSearch({ from: '/copilot' });
  return (
    <nav aria-label={t('title')} className="grid grid-cols-3 border-b border-line md:hidden">
      {TABS.map((name) => (
        <Link
          key={name}
          to="/copilot"
          search={{ ...(client === undefined ? {} : { client }), ...(name === 'today' ? {} : { tab: name }) }}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={tab === name ? 'page' : undefined}
          className="grid h-12 place-items-center text-ink-2 aria-[current]:border-b-2 aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {t(`tabs.${name}`)}
        </Link>
      ))}
    </nav>
  );
}
