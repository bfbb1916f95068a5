import type { ApiKey, ServiceAccounts } from '@tokenholic/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { useRemoveService, useRevokeKey } from '../api/keys';
import { Refusal } from './fields';
import { KeyForm } from './key-form';
import { Section } from './section';

type Service = ServiceAccounts['items'][number];

/** One service: its keys, a new one, and its end. */
export function ServiceCard({ service }: { service: Service }) {
  const { t } = useTranslation('account');
  const { t: shell } = useTranslation();
  const { name } = service;
  const [dialog, setDialog] = useState<'key' | 'remove' | null>(null);
  const remove = useRemoveService();
  const close = () => setDialog(null);
  return (
    <Section title={name} text={service.roles.map((role) => t(`role.${role}`)).join(t('list_separator'))}>
      {service.keys.length === 0 ? <p className="text-ink-3">{t('keys.none')}</p> : null}
      <ul className="grid divide-y divide-line">
        {service.keys.map((key) => (
          <KeyLine key={key.id} serviceId={service.id} apiKey={key} />
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          disabled={service.scopes.length === 0}
          aria-label={t('keys.new_key_for', { name })}
          onClick={() => setDialog('key')}
        >
          {t('keys.new_key')}
        </Button>
        <Button
          variant="danger"
          aria-label={t('keys.remove_one', { name })}
          onClick={() => setDialog('remove')}
        >
          {t('keys.remove')}
        </Button>
      </div>
      {service.scopes.length === 0 ? <p className="text-xs text-ink-3">{t('keys.no_scopes')}</p> : null}
      <Dialog open={dialog === 'key'} onClose={close} title={t('keys.new_key_for', { name })}>
        <KeyForm service={service} onDone={close} />
      </Dialog>
      <Dialog open={dialog === 'remove'} onClose={close} title={t('keys.remove_one', { name })}>
        <div className="grid gap-4">
          <p>{t('keys.remove_text')}</p>
          <Refusal error={remove.error} />
          <div className="flex gap-2">
            <Button variant="danger" disabled={remove.isPending} onClick={() => remove.mutate(service.id)}>
              {t('keys.remove')}
            </Button>
            <Button variant="ghost" onClick={close}>
              {shell('action.cancel')}
            </Button>
          </div>
        </div>
      </Dialog>
    </Section>
  );
}

function KeyLine({ serviceId, apiKey }: { serviceId: string; apiKey: ApiKey }) {
  const { t } = useTranslation('account');
  const language = useLanguage();
  const revoke = useRevokeKey(serviceId);
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium' });
  const when = (time: string) => day.format(new Date(time));
  const used =
    apiKey.lastUsedAt === null ? t('keys.unused') : t('keys.used', { date: when(apiKey.lastUsedAt) });
  return (
    <li className="flex flex-wrap items-center gap-3 py-3">
      <div className="grid flex-1 basis-56 gap-0.5">
        <span>
          <span className="font-medium">{apiKey.name}</span>{' '}
          <code className="text-xs text-ink-3">{apiKey.prefix}…</code>
        </span>
        <span className="text-ink-2">
          {apiKey.scopes.map((scope) => t(`permission.${scope}`)).join(t('list_separator'))}
        </span>
        <span className={apiKey.expired ? 'text-xs text-danger' : 'text-xs text-ink-3'}>
          {used} · {t(apiKey.expired ? 'keys.expired' : 'keys.expires', { date: when(apiKey.expiresAt) })}
        </span>
        <Refusal error={revoke.error} />
      </div>
      <Button
        size="small"
        variant="danger"
        disabled={revoke.isPending}
        aria-label={t('keys.revoke_one', { name: apiKey.name })}
        onClick={() => revoke.mutate(apiKey.id)}
      >
        {t('keys.revoke')}
      </Button>
    </li>
  );
}
