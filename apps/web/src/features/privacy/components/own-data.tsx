import { useQuery } from '@tanstack/react-query';
import type { Account } from '@tokenholic/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '@/api/http';
import { useAllowed, useSession } from '@/api/session';
import { Button, buttonLook } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { useEraseOwn } from '../api/privacy';
import { EraseForm } from './erase-form';
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
  const mayErase = useAllowed('privacy.erase') && account.data?.organization.kind === 'client';
  const name = account.data?.organization.name ?? '';
  return (
    <Section title={t('own.title')} text={t(manages ? 'own.vendor_text' : 'own.text')}>
      <div className="flex flex-wrap gap-2">
        <a href="/api/organization/export" download className={buttonLook({})}>
          {t('export')}
        </a>
        {mayErase ? (
          <Button variant="danger" onClick={() => setErasing(true)}>
            {t('own.erase')}
          </Button>
        ) : null}
      </div>
      <Dialog open={erasing} onClose={() => setErasing(false)} title={t('own.erase')}>
        <EraseForm
          name={name}
          pending={erase.isPending}
          error={erase.error}
          onCancel={() => setErasing(false)}
          onErase={(typed) => erase.mutate(typed, { onSuccess: () => location.assign('/sign-in') })}
        />
      </Dialog>
    </Section>
  );
}
