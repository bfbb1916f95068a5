import { useTranslation } from 'react-i18next';
import { useAllowed, useSession } from '@/api/session';
import { usePageTitle } from '@/shell/page-title';
import { Skeleton } from '@/ui/states';
import { ClientData } from './components/client-data';
import { ContactPeople } from './components/contact-people';
import { FormerPeople } from './components/former-people';
import { KeySection } from './components/key-section';
import { OwnData } from './components/own-data';
import { PolicySection } from './components/policy-section';
import { ReceiptList } from './components/receipt-list';
import { RegistryTable } from './components/registry-table';
import { RetentionSection } from './components/retention-section';

/** Taking data along, erasing it, the receipts, and where data lives. */
export function PrivacyScreen() {
  const { t } = useTranslation('privacy');
  const { t: shell } = useTranslation();
  usePageTitle(t('title'));
  const session = useSession();
  const mayExport = useAllowed('privacy.export');
  const mayErase = useAllowed('privacy.erase');
  const manages = useAllowed('privacy.manage');
  const operates = useAllowed('installation.manage');
  return (
    <div className="mx-auto grid max-w-[900px] grid-cols-[minmax(0,1fr)] gap-8 px-8 py-8 max-md:px-4">
      <header className="grid gap-1">
        <h1 className="text-2xl font-semibold">{t('title')}</h1>
        <p className="max-w-[68ch] text-ink-2">{t('intro')}</p>
      </header>
      {session.isPending ? <Skeleton className="h-64" /> : null}
      {session.data !== undefined && !mayExport && !manages ? <p>{shell('forbidden')}</p> : null}
      {mayExport ? <OwnData manages={manages} /> : null}
      {mayErase ? <FormerPeople /> : null}
      {manages ? (
        <>
          <ClientData />
          <ContactPeople />
          <PolicySection />
          <ReceiptList />
          <RegistryTable />
        </>
      ) : null}
      {operates ? (
        <>
          <RetentionSection />
          <KeySection />
        </>
      ) : null}
    </div>
  );
}
