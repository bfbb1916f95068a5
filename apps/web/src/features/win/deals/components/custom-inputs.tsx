import type { CustomField, CustomValue, CustomValues } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';
import { Field, Input, Select } from '@/ui/field';
import { useFields } from '../model/use-stages';

interface CustomInputsProps {
  of: CustomField['of'];
  values: CustomValues;
  onChange: (values: CustomValues) => void;
}

/** The organisation's own fields in a form. */
export function CustomInputs({ of, values, onChange }: CustomInputsProps) {
  const fields = useFields(of);
  return fields.map((field) => (
    <CustomInput
      key={field.key}
      field={field}
      value={values[field.key]}
      onChange={(value) => {
        const { [field.key]: _before, ...rest } = values;
        onChange(value === undefined ? rest : { ...rest, [field.key]: value });
      }}
    />
  ));
}

interface CustomInputProps {
  field: CustomField;
  value: CustomValue | undefined;
  onChange: (value: CustomValue | undefined) => void;
}

export function CustomInput({ field, value, onChange }: CustomInputProps) {
  const { t } = useTranslation('deals');
  const local = useLocal();
  const label = `${local(field.name)}${field.required ? ' *' : ''}`;
  if (field.type === 'choices') return <Choices {...{ field, value, onChange, label }} />;
  if (field.type === 'choice' || field.type === 'yes_no') {
    const options = field.type === 'choice' ? field.options : ['yes', 'no'];
    const shown = typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value ?? '');
    return (
      <Field label={label}>
        {(ids) => (
          <Select
            {...ids}
            value={shown}
            onChange={({ target }) => {
              if (target.value === '') onChange(undefined);
              else onChange(field.type === 'choice' ? target.value : target.value === 'yes');
            }}
          >
            <option value="">—</option>
            {/* An option that was taken away stays on the records that have it. */}
            {(options.includes(shown) || shown === '' ? options : [...options, shown]).map((option) => (
              <option key={option} value={option}>
                {field.type === 'choice' ? option : t(`custom.${option}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    );
  }
  const type = { number: 'number', date: 'date', link: 'url', text: 'text' }[field.type];
  return (
    <Field label={label}>
      {(ids) => (
        <Input
          {...ids}
          type={type}
          step="any"
          value={typeof value === 'string' || typeof value === 'number' ? String(value) : ''}
          maxLength={2_000}
          autoComplete="off"
          onChange={({ target }) => {
            if (target.value === '') onChange(undefined);
            else onChange(field.type === 'number' ? Number(target.value) : target.value);
          }}
        />
      )}
    </Field>
  );
}

function Choices({ field, value, onChange, label }: CustomInputProps & { label: string }) {
  const chosen = Array.isArray(value) ? value : [];
  const toggle = (option: string) =>
    onChange(chosen.includes(option) ? chosen.filter((one) => one !== option) : [...chosen, option]);
  return (
    <fieldset className="grid content-start gap-1">
      <legend className="text-xs font-medium text-ink-2">{label}</legend>
      <span className="flex flex-wrap gap-1 py-1">
        {[...new Set([...field.options, ...chosen])].map((option) => (
          <button
            key={option}
            type="button"
            aria-pressed={chosen.includes(option)}
            onClick={() => toggle(option)}
            className="h-7 rounded-control border border-line-strong px-2 text-xs aria-pressed:bg-ink aria-pressed:text-paper max-md:h-11"
          >
            {option}
          </button>
        ))}
      </span>
    </fieldset>
  );
}
