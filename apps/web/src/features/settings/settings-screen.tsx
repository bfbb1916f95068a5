import { useTranslation } from 'react-i18next';
import { usePageTitle } from '@/shell/page-title';
import { ErrorState, Skeleton } from '@/ui/states';
import { useConnections } from './connections-api';
import { KeySection } from './key-section';
import { ModelSection } from './model-section';

/** Which models, search and browser the product may use. */
export function SettingsScreen() {
  const { t } = useTranslation('settings');
  usePageTitle(t('title'));
  const { data, isPending, error, refetch } = useConnections();
  return (
    <div className="mx-auto grid max-w-[900px] gap-8 px-8 py-8 max-md:px-4">
      <header className="grid gap-2">
        <h1 className="text-2xl font-semibold">{t('title')}</h1>
        <p className="max-w-[68ch] text-ink-2">{t('intro')}</p>
      </header>
      {isPending ? <Skeleton className="h-64" /> : null}
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined ? null : (
        <>
          <ModelSection models={data.models} />
          <KeySection purpose="search" state={data.search} />
          <KeySection purpose="browser" state={data.browser} />
        </>
      )}
    </div>
  );
}
