import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/states';

export function Crash() {
  const { t } = useTranslation();
  return (
    <div className="mx-auto max-w-xl p-8">
      <EmptyState title={t('crash.title')} text={t('crash.text')}>
        <Button variant="primary" onClick={() => location.reload()}>
          {t('crash.reload')}
        </Button>
      </EmptyState>
    </div>
  );
}
