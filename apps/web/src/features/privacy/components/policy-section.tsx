import type { ConsentPolicy, ConsentPurpose } from '@tokenholic/contracts';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { Field, Input, Select } from '@/ui/field';
import { ErrorState, Skeleton } from '@/ui/states';
import { toast } from '@/ui/toast';
import { usePolicy, useSetBasis } from '../api/policy';
import { Section } from './section';

const PURPOSES = [
  ...(['profiling', 'recording', 'marketing_email', 'marketing_message'] as const),
  ...(['marketing_call', 'product_news', 'reference'] as const),
];
const SHORTEST_REASON = 10;

/** On what each purpose rests for people who have not decided. */
export function PolicySection() {
  const { t } = useTranslation('privacy');
  const { data, isPending, error, refetch } = usePolicy();
  return (
    <Section title={t('policy.title')} text={t('policy.text')}>
      {isPending ? <Skeleton className="h-40" /> : null}
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      <ul className="grid divide-y divide-line rounded-card border border-line bg-surface px-4 empty:hidden">
        {data === undefined
          ? null
          : PURPOSES.map((purpose) => (
              <PurposeLine key={`${purpose} ${data.revision}`} purpose={purpose} policy={data} />
            ))}
      </ul>
    </Section>
  );
}

function PurposeLine({ purpose, policy }: { purpose: ConsentPurpose; policy: ConsentPolicy }) {
  const { t } = useTranslation('privacy');
  const id = useId();
  const stored = policy.purposes[purpose];
  const [basis, setBasis] = useState(stored.basis);
  const [because, setBecause] = useState(stored.because);
  const save = useSetBasis();
  const asks = basis === 'ask_first';
  const changed = basis !== stored.basis || (!asks && because !== stored.because);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(
      { purpose, basis, because: asks ? '' : because, revision: policy.revision },
      { onSuccess: () => toast.success(t('policy.saved')) },
    );
  };
  return (
    <li className="py-3">
      <form onSubmit={submit} className="grid gap-2">
        <div className="flex flex-wrap items-center gap-3">
          <label htmlFor={id} className="flex-1 basis-48 font-medium">
            {t(`consents.purposes.${purpose}`)}
          </label>
          <Select
            id={id}
            value={basis}
            onChange={({ target }) =>
              setBasis(target.value === 'ask_first' ? 'ask_first' : 'legitimate_interest')
            }
            className="w-auto max-md:w-full"
          >
            <option value="ask_first">{t('policy.ask_first')}</option>
            <option value="legitimate_interest">{t('policy.legitimate_interest')}</option>
          </Select>
        </div>
        {asks ? null : (
          <Field label={t('policy.because')} help={t('policy.because_help')}>
            {(ids) => (
              <Input
                {...ids}
                maxLength={1_000}
                value={because}
                onChange={({ target }) => setBecause(target.value)}
              />
            )}
          </Field>
        )}
        {changed ? (
          <p className="flex flex-wrap items-center gap-3">
            <Button
              type="submit"
              size="small"
              variant="primary"
              disabled={save.isPending || (!asks && because.trim().length < SHORTEST_REASON)}
            >
              {t('policy.save')}
            </Button>
            <span className="text-xs text-ink-2">{t(asks ? 'policy.will_go' : 'policy.will_come')}</span>
          </p>
        ) : null}
        {save.isError ? <ErrorState error={save.error} /> : null}
      </form>
    </li>
  );
}
