import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { buttonLook } from '@/ui/button';
import { EmptyState } from '@/ui/states';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <div className="mx-auto max-w-xl p-8">
      <EmptyState title={t('not_found.title')} text={t('not_found.text')}>
        <Link to="/" className={buttonLook({ variant: 'primary' })}>
          {t('not_found.home')}
        </Link>
      </EmptyState>
    </div>
  );
}
