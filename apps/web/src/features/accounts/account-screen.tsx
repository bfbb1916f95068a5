import { useTranslation } from 'react-i18next';
import { usePageTitle } from '@/shell/page-title';
import { ErrorState, Skeleton } from '@/ui/states';
import { useAccount } from './api/account';
import { PasswordSection } from './components/password-section';
import { ProfileSection } from './components/profile-section';
import { SessionsSection } from './components/sessions-section';
import { SignInsSection } from './components/sign-ins-section';
import { TwoFactorSection } from './components/two-factor-section';

/** The own account: name, password, two-step sign-in, where one is signed in. */
export function AccountScreen() {
  const { t } = useTranslation('account');
  usePageTitle(t('account.title'));
  const { data, isPending, error, refetch } = useAccount();
  return (
    <div className="mx-auto grid max-w-[760px] gap-8 px-8 py-8 max-md:px-4">
      <header className="grid gap-1">
        <h1 className="text-2xl font-semibold">{t('account.title')}</h1>
        {data === undefined ? null : (
          <p className="text-ink-2">
            {data.organization.name} · {data.roles.map((role) => t(`role.${role}`)).join(t('list_separator'))}
          </p>
        )}
      </header>
      {isPending ? <Skeleton className="h-64" /> : null}
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined ? null : (
        <>
          <ProfileSection account={data} />
          <PasswordSection />
          <TwoFactorSection on={data.twoFactor} />
          <SessionsSection />
          <SignInsSection />
        </>
      )}
    </div>
  );
}
