import type { UseCaseColumn } from '@tokenholic/contracts';
import { parseTokens } from '@tokenholic/presentation';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { Field, Input, Select } from '@/ui/field';
import { useModels, useProviders } from '../api/map';
import { type ApplyEdit, Section } from './inspector';

/** Adds a model of a provider to a use case by hand. */
export function AddTile({ column, onEdit }: { column: UseCaseColumn; onEdit: ApplyEdit }) {
  const { t } = useTranslation('map');
  const language = useLanguage();
  const providers = useProviders();
  const [providerId, setProviderId] = useState('alibaba');
  const [name, setName] = useState('');
  const [tokens, setTokens] = useState('');
  const models = useModels(providerId);
  const value = parseTokens(tokens);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const modelName = name.trim();
    if (value === null || modelName === '') return;
    const model = models.data?.items.find((item) => item.name.toLowerCase() === modelName.toLowerCase());
    const tileKey = `${column.key}/${providerId}/${modelName.toLowerCase().replace(/[^\p{L}\p{N}.]+/gu, '-')}`;
    const added = await onEdit({
      kind: 'add_tile',
      useCaseKey: column.key,
      tileKey,
      providerId,
      modelId: model?.id ?? null,
      modelName,
      tokensPerYear: value,
    });
    if (added) {
      setName('');
      setTokens('');
    }
  };
  return (
    <Section title={t('inspector.add_model')}>
      <form onSubmit={submit} className="grid grid-cols-2 gap-x-3">
        <Field label={t('add.provider')}>
          {(ids) => (
            <Select {...ids} value={providerId} onChange={(event) => setProviderId(event.target.value)}>
              {(providers.data?.items ?? []).map((provider) => (
                <option key={provider.id} value={provider.id}>
                  {provider.name[language]}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('add.model')}>
          {(ids) => (
            <>
              <Input
                {...ids}
                list={`${ids.id}-models`}
                value={name}
                maxLength={80}
                onChange={(event) => setName(event.target.value)}
                placeholder={t('add.model_example')}
              />
              <datalist id={`${ids.id}-models`}>
                {(models.data?.items ?? []).map((model) => (
                  <option key={model.id} value={model.name} />
                ))}
              </datalist>
            </>
          )}
        </Field>
        <Field
          label={t('add.tokens')}
          help={t('inspector.unit_hint')}
          error={tokens !== '' && value === null ? t('inspector.cannot_read') : undefined}
        >
          {(ids) => <Input {...ids} value={tokens} onChange={(event) => setTokens(event.target.value)} />}
        </Field>
        <Button
          type="submit"
          variant="primary"
          className="mt-[22px]"
          disabled={value === null || name.trim() === ''}
        >
          {t('add.add')}
        </Button>
      </form>
    </Section>
  );
}
