import type { Role, ServiceAccounts } from '@tokenholic/contracts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '@/shell/page-title';
import { Button } from '@/ui/button';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { useCreateService, useServiceAccounts } from './api/keys';
import { Refusal, TextField } from './components/fields';
import { RoleChoice } from './components/role-choice';
import { Section } from './components/section';
import { ServiceCard } from './components/service-card';

/** Services of the organisation and the API keys they sign in with. */
export function KeysScreen() {
  const { t } = useTranslation('account');
  usePageTitle(t('keys.title'));
  const { data, isPending, error, refetch } = useServiceAccounts();
  return (
    <div className="mx-auto grid max-w-[900px] gap-8 px-8 py-8 max-md:px-4">
      <header className="grid gap-1">
        <h1 className="text-2xl font-semibold">{t('keys.title')}</h1>
        <p className="max-w-[68ch] text-ink-2">
          {t('keys.intro')}{' '}
          <a href="/api/docs" className="text-info underline underline-offset-2">
            {t('keys.docs')}
          </a>
        </p>
      </header>
      {isPending ? <Skeleton className="h-64" /> : null}
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined ? null : <Services data={data} />}
    </div>
  );
}

function Services({ data }: { data: ServiceAccounts }) {
  const { t } = useTranslation('account');
  return (
    <>
      {data.items.length === 0 ? (
        <EmptyState title={t('keys.empty')} text={t('keys.empty_text')} />
      ) : (
        data.items.map((service) => <ServiceCard key={service.id} service={service} />)
      )}
      <Section title={t('keys.new_service')} text={t('keys.new_service_text')}>
        <ServiceForm roles={data.roles} />
      </Section>
    </>
  );
}

function ServiceForm({ roles: options }: { roles: readonly Role[] }) {
  const { t } = useTranslation('account');
  const [name, setName] = useState('');
  const [roles, setRoles] = useState<Role[]>([]);
  const create = useCreateService();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const clear = () => {
      setName('');
      setRoles([]);
    };
    create.mutate({ name, roles }, { onSuccess: clear });
  };
  return (
    <form onSubmit={submit} className="grid gap-3">
      <div className="max-w-md">
        <TextField
          label={t('keys.service_name')}
          help={t('keys.service_help')}
          required
          maxLength={80}
          value={name}
          onValue={setName}
        />
      </div>
      <RoleChoice legend={t('field.roles')} options={options} chosen={roles} onChange={setRoles} />
      <Refusal error={create.error} />
      <div>
        <Button
          type="submit"
          variant="primary"
          disabled={create.isPending || name.trim() === '' || roles.length === 0}
        >
          {t('keys.create_service')}
        </Button>
      </div>
    </form>
  );
}
