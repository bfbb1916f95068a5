import type { BattleMap, MapEdit } from '@tokenholic/contracts';
import { Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, Input, Select } from '@/ui/field';
import { useUseCases } from '../api/map';
import type { Selection } from '../model/selection';

interface AddUseCaseProps {
  map: BattleMap;
  onEdit: (edit: MapEdit) => Promise<boolean>;
  onAdded: (selection: Selection) => void;
}

/** Adds a use case that research did not find; its models are added in the inspector that opens. */
export function AddUseCase({ map, onEdit, onAdded }: AddUseCaseProps) {
  const { t } = useTranslation('map');
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const [useCaseId, setUseCaseId] = useState('');
  const [name, setName] = useState('');
  const choices = (useUseCases().data?.items ?? []).filter(
    (choice) => !map.useCases.some((column) => column.key === choice.id),
  );
  const known = choices.find((choice) => choice.id === useCaseId);
  const label = known?.name[language] ?? name.trim();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (label === '') return;
    const key = known?.id ?? `own-${label.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`;
    if (await onEdit({ kind: 'add_use_case', useCaseKey: key, useCaseId: known?.id ?? null, name: label })) {
      setOpen(false);
      setName('');
      onAdded({ kind: 'use_case', key });
    }
  };
  return (
    <div>
      <Button size="small" onClick={() => setOpen(true)} className="max-md:h-11">
        <Plus className="size-4" />
        {t('add.use_case')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('add.use_case')}>
        <form onSubmit={submit} className="grid gap-3">
          <Field label={t('add.choose_use_case')}>
            {(ids) => (
              <Select {...ids} value={useCaseId} onChange={(event) => setUseCaseId(event.target.value)}>
                <option value="">{t('add.other_use_case')}</option>
                {choices.map((choice) => (
                  <option key={choice.id} value={choice.id}>
                    {choice.name[language]}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          {known === undefined ? (
            <Field label={t('add.name')}>
              {(ids) => (
                <Input
                  {...ids}
                  value={name}
                  maxLength={80}
                  onChange={(event) => setName(event.target.value)}
                />
              )}
            </Field>
          ) : null}
          <Button type="submit" variant="primary" disabled={label === ''} className="justify-self-start">
            {t('add.add')}
          </Button>
        </form>
      </Dialog>
    </div>
  );
}
