import { useTranslation } from 'react-i18next';
import { useAllowed } from '@/api/session';
import { usePageTitle } from '@/shell/page-title';
import { ErrorState, Skeleton } from '@/ui/states';
import { useNoticeSettings } from './api/notice-settings';
import { Channels } from './components/channels';
import { PreferencesForm } from './components/preferences-form';

/** How one wants to be told, and the chats one's organisation tells. */
export function NoticeSettingsScreen() {
  const { t } = useTranslation('notices');
  usePageTitle(t('title'));
  const settings = useNoticeSettings();
  const mayManage = useAllowed('settings.manage');
  return (
    <div className="mx-auto grid max-w-[900px] grid-cols-[minmax(0,1fr)] gap-8 px-8 py-8 max-md:px-4">
      <header className="grid gap-1">
        <h1 className="text-2xl font-semibold">{t('title')}</h1>
        <p className="max-w-[68ch] text-ink-2">{t('intro')}</p>
      </header>
      {settings.isPending ? <Skeleton className="h-96" /> : null}
      {settings.isError ? (
        <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />
      ) : null}
      {settings.data === undefined ? null : <PreferencesForm settings={settings.data} />}
      {mayManage ? <Channels /> : null}
    </div>
  );
}
