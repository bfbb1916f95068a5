import type { ModelConnectionSetting } from '@tokenholic/contracts';
import { type FormEvent, type HTMLInputTypeAttribute, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { newId } from '@/api/new-id';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, Input, Select } from '@/ui/field';
import { useSaveModel } from './connections-api';
import { type DraftProblem, draftOf, type ModelDraft, readDraft } from './model-draft';

const KINDS = ['bailian', 'openai', 'anthropic', 'openai_compatible'] as const;

/** Connects a model, or changes one; null makes a new one. */
export function ModelForm({ model, onClose }: { model: ModelConnectionSetting | null; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const { t: shell } = useTranslation();
  const local = useLocal();
  const save = useSaveModel();
  const id = useRef(model?.id ?? newId());
  const [draft, setDraft] = useState(() => draftOf(model));
  const [touched, setTouched] = useState(false);
  const { body, problems } = readDraft(draft, model === null);
  const problem = (...which: DraftProblem[]) => {
    const found = touched ? problems.find((each) => which.includes(each)) : undefined;
    return found === undefined ? undefined : t(`field.${found}`);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTouched(true);
    if (body !== null) save.mutate({ id: id.current, ...body }, { onSuccess: onClose });
  };
  const text = (
    field: Exclude<keyof ModelDraft, 'kind'>,
    label: string,
    options: { help?: string; error?: string | undefined; type?: HTMLInputTypeAttribute } = {},
  ) => (
    <Field label={t(label)} help={options.help} error={options.error}>
      {(ids) => (
        <Input
          {...ids}
          type={options.type ?? 'text'}
          inputMode={field.startsWith('price') ? 'decimal' : undefined}
          autoComplete="off"
          spellCheck={false}
          value={draft[field]}
          onChange={(event) => setDraft({ ...draft, [field]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={model === null ? t('models.add') : t('models.editing', { model: model.model })}
    >
      <form onSubmit={submit} className="grid gap-3" noValidate>
        <Field label={t('field.kind')}>
          {(ids) => (
            <Select
              {...ids}
              value={draft.kind}
              onChange={(event) =>
                setDraft({ ...draft, kind: KINDS.find((kind) => kind === event.target.value) ?? draft.kind })
              }
            >
              {KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`kind.${kind}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {text('model', 'field.model', { help: t('field.model_help'), error: problem('model_needed') })}
        {text('baseUrl', 'field.base_url', {
          help: t('field.base_url_help'),
          error: problem('base_url_needed', 'base_url_wrong'),
        })}
        {text('apiKey', 'field.key', {
          type: 'password',
          help: t(model === null ? 'field.key_help' : 'field.key_keep'),
          error: problem('key_needed'),
        })}
        <div className="grid gap-3 md:grid-cols-2">
          {text('priceInput', 'field.price_input', {
            help: t('field.price_help'),
            error: problem('price_wrong'),
          })}
          {text('priceOutput', 'field.price_output')}
        </div>
        {save.error instanceof ApiError ? (
          <p role="alert" className="text-danger">
            {local(save.error.text)}
          </p>
        ) : null}
        <div className="flex justify-end gap-2">
          <Button variant="ghost" onClick={onClose}>
            {shell('action.cancel')}
          </Button>
          <Button type="submit" variant="primary" disabled={save.isPending}>
            {shell('action.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
