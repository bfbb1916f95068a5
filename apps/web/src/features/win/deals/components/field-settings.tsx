import type { CustomField, DealSettings } from '@tokenholic/contracts';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { Field, Input, Select, Textarea } from '@/ui/field';

interface FieldSettingsProps {
  settings: DealSettings;
  onChange: (settings: DealSettings) => void;
  /** Keys that are kept already: their type holds. */
  known: readonly string[];
}

const TYPES = ['text', 'number', 'date', 'yes_no', 'choice', 'choices', 'link'] as const;

/** A key of its own for a new field; it never changes, whatever the field is called later. */
const newKey = () => `f${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;

export function FieldSettings({ settings, onChange, known }: FieldSettingsProps) {
  const { t } = useTranslation('deals');
  const { fields } = settings;
  const change = (key: string, more: Partial<CustomField>) =>
    onChange({ ...settings, fields: fields.map((one) => (one.key === key ? { ...one, ...more } : one)) });
  const add = (of: CustomField['of']) =>
    onChange({
      ...settings,
      fields: [
        ...fields,
        {
          ...{ key: newKey(), of, name: { zh: '', en: '' }, type: 'text' as const, options: [] },
          ...{ required: false, inTable: of === 'deal', retired: false },
        },
      ],
    });
  const drop = (key: string) => onChange({ ...settings, fields: fields.filter((one) => one.key !== key) });
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <h2 className="font-semibold">{t('settings.fields')}</h2>
      <p className="max-w-[70ch] text-xs text-ink-2">{t('settings.fields_how')}</p>
      <ul className="grid gap-2">
        {fields.map((field) => (
          <li
            key={field.key}
            className={`grid gap-2 rounded-card border border-line p-3 ${field.retired ? 'bg-sunken' : 'bg-surface'}`}
          >
            <FieldForm
              field={field}
              known={known.includes(field.key)}
              onChange={(more) => change(field.key, more)}
              onDrop={() => drop(field.key)}
            />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => add('deal')}>
          <Plus className="size-4" /> {t('settings.add_deal')}
        </Button>
        <Button onClick={() => add('contact')}>
          <Plus className="size-4" /> {t('settings.add_contact')}
        </Button>
      </div>
    </section>
  );
}

interface FieldFormProps {
  field: CustomField;
  known: boolean;
  onChange: (more: Partial<CustomField>) => void;
  onDrop: () => void;
}

function FieldForm({ field, known, onChange, onDrop }: FieldFormProps) {
  const { t } = useTranslation('deals');
  const choices = field.type === 'choice' || field.type === 'choices';
  return (
    <>
      <div className="flex flex-wrap items-start gap-3">
        {(['zh', 'en'] as const).map((language) => (
          <div key={language} className="w-40">
            <Field label={t(`settings.name_${language}`)}>
              {(ids) => (
                <Input
                  {...ids}
                  value={field.name[language]}
                  maxLength={language === 'zh' ? 24 : 32}
                  required
                  onChange={({ target }) => onChange({ name: { ...field.name, [language]: target.value } })}
                />
              )}
            </Field>
          </div>
        ))}
        <div className="w-36">
          <Field label={t('settings.type')} help={t(`settings.of_${field.of}`)}>
            {(ids) => (
              <Select
                {...ids}
                value={field.type}
                disabled={known}
                onChange={({ target }) =>
                  onChange({ type: TYPES.find((one) => one === target.value) ?? 'text' })
                }
              >
                {TYPES.map((type) => (
                  <option key={type} value={type}>
                    {t(`type.${type}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <span className="flex flex-wrap items-center gap-4 pt-5 max-md:pt-0">
          <Tick
            label={t('settings.required')}
            checked={field.required}
            onChange={(required) => onChange({ required })}
          />
          {field.of === 'deal' ? (
            <Tick
              label={t('settings.in_table')}
              checked={field.inTable}
              onChange={(inTable) => onChange({ inTable })}
            />
          ) : null}
          {known ? (
            <Tick
              label={t('settings.retired')}
              checked={field.retired}
              onChange={(retired) => onChange({ retired })}
            />
          ) : (
            <Button size="small" variant="ghost" onClick={onDrop}>
              {t('views.remove')}
            </Button>
          )}
        </span>
      </div>
      {choices ? (
        <Field label={t('settings.options')}>
          {(ids) => (
            <Textarea
              {...ids}
              value={field.options.join('\n')}
              onChange={({ target }) => onChange({ options: target.value.split('\n') })}
              onBlur={() =>
                onChange({
                  options: [...new Set(field.options.map((one) => one.trim()))].filter((one) => one !== ''),
                })
              }
            />
          )}
        </Field>
      ) : null}
    </>
  );
}

function Tick({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange: (on: boolean) => void;
}) {
  return (
    <label className="flex min-h-9 items-center gap-2">
      <input
        type="checkbox"
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
        className="size-4 accent-[var(--ink)]"
      />
      {label}
    </label>
  );
}
