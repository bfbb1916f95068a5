import type { ConsentPurpose, ConsentSource, RecordConsent } from '@tokenholic/contracts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { Field, Input, Select, Textarea } from '@/ui/field';
import { ErrorState } from '@/ui/states';
import { toast } from '@/ui/toast';
import { useRecordConsent } from '../api/consents';

const PURPOSES = [
  ...(['marketing_email', 'marketing_message', 'marketing_call'] as const),
  ...(['product_news', 'reference', 'profiling', 'recording'] as const),
] as const satisfies readonly ConsentPurpose[];
const SOURCES = [
  ...(['form', 'email', 'contract', 'call', 'event', 'import'] as const),
] as const satisfies readonly ConsentSource[];

interface ConsentFormProps {
  clientId: string;
  /** What a withdrawal is about; absent: somebody's new decision. */
  about?: Pick<RecordConsent, 'address' | 'purpose'> | undefined;
  onDone: () => void;
}

/** Records one decision of one address, with what shows it. */
export function ConsentForm({ clientId, about, onDone }: ConsentFormProps) {
  const { t } = useTranslation('privacy');
  const record = useRecordConsent(clientId);
  const [id] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState<Omit<RecordConsent, 'id'>>({
    address: about?.address ?? '',
    purpose: about?.purpose ?? 'marketing_email',
    decision: about === undefined ? 'given' : 'withdrawn',
    source: 'form',
    proof: '',
    expiresOn: null,
  });
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    record.mutate(
      { ...draft, id },
      {
        onSuccess: () => {
          toast.success(t('consents.saved'));
          onDone();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} className="grid gap-x-3 gap-y-1 md:grid-cols-2">
      <Field label={t('consents.address')}>
        {(ids) => (
          <Input
            {...ids}
            required
            maxLength={254}
            readOnly={about !== undefined}
            value={draft.address}
            onChange={({ target }) => set({ address: target.value })}
          />
        )}
      </Field>
      <Field label={t('consents.purpose')}>
        {(ids) => (
          <Select
            {...ids}
            disabled={about !== undefined}
            value={draft.purpose}
            onChange={({ target }) =>
              set({ purpose: PURPOSES.find((one) => one === target.value) ?? draft.purpose })
            }
          >
            {PURPOSES.map((purpose) => (
              <option key={purpose} value={purpose}>
                {t(`consents.purposes.${purpose}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('consents.decision')}>
        {(ids) => (
          <Select
            {...ids}
            value={draft.decision}
            onChange={({ target }) => set({ decision: target.value === 'given' ? 'given' : 'withdrawn' })}
          >
            {(['given', 'withdrawn'] as const).map((decision) => (
              <option key={decision} value={decision}>
                {t(`consents.${decision}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('consents.source')}>
        {(ids) => (
          <Select
            {...ids}
            value={draft.source}
            onChange={({ target }) =>
              set({ source: SOURCES.find((one) => one === target.value) ?? draft.source })
            }
          >
            {SOURCES.map((source) => (
              <option key={source} value={source}>
                {t(`consents.sources.${source}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('consents.decided_on')}>
        {(ids) => (
          <Input
            {...ids}
            type="date"
            value={draft.decidedOn ?? ''}
            onChange={({ target }) => set({ decidedOn: target.value === '' ? undefined : target.value })}
          />
        )}
      </Field>
      <Field label={t('consents.expires_on')}>
        {(ids) => (
          <Input
            {...ids}
            type="date"
            value={draft.expiresOn ?? ''}
            onChange={({ target }) => set({ expiresOn: target.value === '' ? null : target.value })}
          />
        )}
      </Field>
      <div className="md:col-span-2">
        <Field label={t('consents.proof')} help={t('consents.proof_help')}>
          {(ids) => (
            <Textarea
              {...ids}
              required
              minLength={3}
              maxLength={1_000}
              value={draft.proof}
              onChange={({ target }) => set({ proof: target.value })}
            />
          )}
        </Field>
      </div>
      {record.isError ? <ErrorState error={record.error} /> : null}
      <div className="flex justify-end md:col-span-2">
        <Button type="submit" variant="primary" disabled={record.isPending}>
          {t('consents.save')}
        </Button>
      </div>
    </form>
  );
}
