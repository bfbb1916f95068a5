import type { PersonaChoice, PersonaForm } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';
import { Field, Select } from '@/ui/field';
import { ErrorState, Skeleton } from '@/ui/states';
import { useCustomers, useMappedClients } from '../api/practice';
import { ClientCard } from './client-card';
import { CustomerForm } from './customer-form';
import { Choice } from './start-view';

const KINDS = ['library', 'client', 'form'] as const;
const EMPTY: PersonaForm = {
  ...{ industryId: 'e-commerce', size: 'medium', knowledge: 'informed', name: '', role: '', company: '' },
  ...{ useCase: '', provider: '', objections: [] },
};

interface PickerProps {
  choice: PersonaChoice;
  choose: (choice: PersonaChoice) => void;
}

/** Who sits opposite: somebody ready, somebody made after a client's map, or somebody one describes. */
export function CustomerPicker({ choice, choose }: PickerProps) {
  const { t } = useTranslation('roleplay');
  const clients = useMappedClients();
  const [firstClient] = clients.data?.items ?? [];
  const pick = (kind: (typeof KINDS)[number]) => {
    if (kind === choice.kind) return;
    if (kind === 'library') choose({ kind, id: 'e-commerce' });
    if (kind === 'form') choose({ kind, form: EMPTY });
    if (kind === 'client' && firstClient !== undefined) choose({ kind, clientId: firstClient.clientId });
  };
  return (
    <fieldset className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <legend className="mb-2 font-semibold">{t('customer.label')}</legend>
      <div className="flex flex-wrap gap-1">
        {KINDS.filter((kind) => kind !== 'client' || firstClient !== undefined).map((kind) => (
          <button
            key={kind}
            type="button"
            aria-pressed={choice.kind === kind}
            onClick={() => pick(kind)}
            className="flex h-8 items-center rounded-tile px-2.5 text-xs text-ink-2 hover:bg-sunken aria-pressed:bg-ink aria-pressed:text-paper max-md:h-11"
          >
            {t(`customer.${kind}`)}
          </button>
        ))}
      </div>
      {choice.kind === 'library' ? <Library chosen={choice.id} choose={choose} /> : null}
      {choice.kind === 'client' ? (
        <div className="grid gap-3">
          <Field label={t('customer.client')} help={t('customer.client_help')}>
            {(ids) => (
              <Select
                {...ids}
                value={choice.clientId}
                onChange={({ target }) => choose({ kind: 'client', clientId: target.value })}
              >
                {clients.data?.items.map(({ clientId, clientName }) => (
                  <option key={clientId} value={clientId}>
                    {clientName}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <ClientCard clientId={choice.clientId} />
        </div>
      ) : null}
      {choice.kind === 'form' ? (
        <CustomerForm form={choice.form} change={(form) => choose({ kind: 'form', form })} />
      ) : null}
    </fieldset>
  );
}

function Library({ chosen, choose }: { chosen: string; choose: PickerProps['choose'] }) {
  const { t } = useTranslation('roleplay');
  const local = useLocal();
  const customers = useCustomers();
  if (customers.isPending) return <Skeleton className="h-32" />;
  if (customers.error !== null)
    return <ErrorState error={customers.error} onRetry={() => void customers.refetch()} />;
  return (
    <div className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
      {customers.data.items.map(({ id, name, role, company, useCase, knowledge }) => (
        <Choice
          key={id}
          name="customer"
          chosen={id === chosen}
          choose={() => choose({ kind: 'library', id })}
        >
          <span className="font-medium">{local(company)}</span>
          <span className="text-ink-2">
            {local(name)} · {local(role)}
          </span>
          <span className="text-xs text-ink-3">
            {local(useCase)} · {t(`knowledge.${knowledge}`)}
          </span>
        </Choice>
      ))}
    </div>
  );
}
