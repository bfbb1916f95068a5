import { useQuery } from '@tanstack/react-query';
import type { Account } from '@tokenholic/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '@/api/http';
import { useAllowed, useSession } from '@/api/session';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { useEraseOwn, useExport } from '../api/privacy';
import { EraseForm } from './erase-form';
import { HeldBack } from './held-back';
import { Section } from './section';

/** The own organisation: everything in one archive, and its end. */
export function OwnData({ manages }: { manages: boolean }) {
  const { t } = useTranslation('privacy');
  const [erasing, setErasing] = useState(false);
  const { data: session } = useSession();
  const account = useQuery({
    queryKey: ['account'],
    queryFn: () => get<Account>('/api/account'),
    enabled: session?.demo === false,
  });
  const erase = useEraseOwn();
  const take = useExport('/api/organization/export');
  const mayErase = useAllowed('privacy.erase') && account.data?.organization.kind === 'client';
  const name = account.data?.organization.name ?? '';
  return (
    <Section title={t('own.title')} text={t(manages ? 'own.vendor_text' : 'own.text')}>
      <div className="flex flex-wrap gap-2">
        <Button disabled={take.isPending} onClick={() => take.mutate()}>
          {t('export')}
        </Button>
        {mayErase ? (
          <Button variant="danger" onClick={() => setErasing(true)}>
            {t('own.erase')}
          </Button>
        ) : null}
      </div>
      {take.isError ? <HeldBack error={take.error} /> : null}
      <Dialog open={erasing} onClose={() => setErasing(false)} title={t('own.erase')}>
        <EraseForm
          name={name}
          warning={t('erase.warning', { name })}
          pending={erase.isPending}
          error={erase.error}
          onCancel={() => setErasing(false)}
          onErase={(typed) => erase.mutate(typed, { onSuccess: () => location.assign('/sign-in') })}
        />
      </Dialog>
    </Section>
  );
}
