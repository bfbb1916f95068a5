import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '@/shell/page-title';
import { ClientList } from './client-list';
import { NewMapForm } from './new-map-form';

export function HomeScreen() {
  const { t } = useTranslation('home');
  const { t: shell } = useTranslation('shell');
  usePageTitle(shell('nav.map'));
  return (
    <div className="mx-auto grid max-w-[1180px] gap-10 px-8 py-8 max-md:gap-6 max-md:px-4 max-md:py-5">
      <header className="grid gap-1">
        <h1 className="text-2xl font-semibold text-balance">{t('title')}</h1>
        <p className="text-base text-ink-2">{t('lead')}</p>
      </header>
      <div className="grid gap-2">
        <NewMapForm />
        <Link to="/import" className="justify-self-start text-ink-2 underline">
          {t('import')}
        </Link>
      </div>
      <ClientList />
    </div>
  );
}
