import type { Finding, ReviewDecision, Standing } from '@tokenholic/contracts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Field, Input, Select } from '@/ui/field';
import { useProviders, useUseCases } from '../../battle-map/api/map';

const STANDINGS: readonly Standing[] = ['current', 'planned', 'ended', 'speculated', 'compared'];

/** What the finding should have said. */
export function CorrectionForm({
  finding,
  onSave,
  onCancel,
}: {
  finding: Finding;
  onSave: (verdict: ReviewDecision) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslation('findings');
  const { t: shell } = useTranslation();
  const local = useLocal();
  const useCases = useUseCases().data?.items ?? [];
  const providers = useProviders().data?.items ?? [];
  const [useCaseId, setUseCaseId] = useState(finding.useCaseId ?? '');
  const [providerId, setProviderId] = useState(finding.providerId ?? '');
  const [modelName, setModelName] = useState(finding.modelName ?? '');
  const [standing, setStanding] = useState(finding.standing);
  const [reason, setReason] = useState('');
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const correction = {
      useCaseId: orNull(useCaseId),
      providerId: orNull(providerId),
      modelName: orNull(modelName),
      standing,
    };
    onSave({ decision: 'corrected', reason: orNull(reason), correction });
  };
  const choice = (
    label: string,
    value: string,
    set: (value: string) => void,
    options: readonly { id: string; name: { zh: string; en: string } }[],
  ) => (
    <Field label={label}>
      {(ids) => (
        <Select {...ids} value={value} onChange={(event) => set(event.target.value)}>
          <option value="">{t('form.none')}</option>
          {options.map(({ id, name }) => (
            <option key={id} value={id}>
              {local(name)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
  return (
    <form onSubmit={submit} className="grid gap-3 rounded-card border border-line bg-surface p-4">
      <div className="grid gap-3 md:grid-cols-2">
        {choice(t('form.use'), useCaseId, setUseCaseId, useCases)}
        {choice(t('form.provider'), providerId, setProviderId, providers)}
        <Field label={t('form.model')} help={t('form.model_help')}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={120}
              value={modelName}
              onChange={(event) => setModelName(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('form.standing')}>
          {(ids) => (
            <Select
              {...ids}
              value={standing}
              onChange={(event) =>
                setStanding(STANDINGS.find((option) => option === event.target.value) ?? standing)
              }
            >
              {STANDINGS.map((option) => (
                <option key={option} value={option}>
                  {t(`standing.${option}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Field label={t('form.reason')}>
        {(ids) => (
          <Input
            {...ids}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <div className="flex justify-end gap-2">
        <Button variant="ghost" onClick={onCancel}>
          {shell('action.cancel')}
        </Button>
        <Button type="submit" variant="primary">
          {shell('action.save')}
        </Button>
      </div>
    </form>
  );
}
