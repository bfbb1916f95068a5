import type { ObjectionCategory, PersonaForm } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';
import { Field, Input, Select } from '@/ui/field';
import { useCustomers } from '../api/practice';

const SIZES = ['small', 'medium', 'large'] as const;
const KNOWLEDGE = ['novice', 'informed', 'expert'] as const;
const WORDS = ['name', 'role', 'company', 'useCase', 'provider'] as const;
const CATEGORIES: readonly ObjectionCategory[] = [
  ...(['price', 'security', 'lock_in', 'timing', 'competitor'] as const),
  ...(['quality', 'authority', 'need', 'migration'] as const),
];
const MOST_OBJECTIONS = 4;

interface FormProps {
  form: PersonaForm;
  change: (form: PersonaForm) => void;
}

/** Describes a customer; what is left empty comes from the industry. */
export function CustomerForm({ form, change }: FormProps) {
  const { t } = useTranslation('roleplay');
  const local = useLocal();
  const industries = useCustomers().data?.industries ?? [];
  const toggle = (category: ObjectionCategory) => {
    const has = form.objections.includes(category);
    const objections = has
      ? form.objections.filter((one) => one !== category)
      : [...form.objections, category];
    change({ ...form, objections: objections.slice(0, MOST_OBJECTIONS) });
  };
  return (
    <div className="grid gap-x-4 gap-y-1 rounded-card border border-line bg-surface p-4 sm:grid-cols-2">
      <Field label={t('form.industry')}>
        {(ids) => (
          <Select
            {...ids}
            value={form.industryId}
            onChange={({ target }) => change({ ...form, industryId: target.value })}
          >
            {industries.map(({ id, name }) => (
              <option key={id} value={id}>
                {local(name)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Choices
        label={t('form.size')}
        value={form.size}
        options={SIZES}
        word={(one) => t(`size.${one}`)}
        choose={(size) => change({ ...form, size })}
      />
      <Choices
        label={t('form.knowledge')}
        value={form.knowledge}
        options={KNOWLEDGE}
        word={(one) => t(`knowledge.${one}`)}
        choose={(knowledge) => change({ ...form, knowledge })}
      />
      {WORDS.map((word) => (
        <Field key={word} label={t(`form.${word}`)}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={80}
              placeholder={t('form.optional')}
              value={form[word]}
              onChange={({ target }) => change({ ...form, [word]: target.value })}
            />
          )}
        </Field>
      ))}
      <fieldset className="sm:col-span-2">
        <legend className="mb-1 text-xs font-medium text-ink-2">{t('form.objections')}</legend>
        <div className="flex flex-wrap gap-1">
          {CATEGORIES.map((category) => (
            <button
              key={category}
              type="button"
              aria-pressed={form.objections.includes(category)}
              onClick={() => toggle(category)}
              className="flex h-8 items-center rounded-tile border border-line px-2.5 text-xs text-ink-2 hover:bg-sunken aria-pressed:bg-ink aria-pressed:text-paper max-md:h-11"
            >
              {t(`category.${category}`)}
            </button>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

interface ChoicesProps<T extends string> {
  label: string;
  value: T;
  options: readonly T[];
  word: (option: T) => string;
  choose: (option: T) => void;
}

/** A list to choose from that knows which words it may give back. */
export function Choices<T extends string>({ label, value, options, word, choose }: ChoicesProps<T>) {
  return (
    <Field label={label}>
      {(ids) => (
        <Select
          {...ids}
          value={value}
          onChange={({ target }) => {
            const found = options.find((one) => one === target.value);
            if (found !== undefined) choose(found);
          }}
        >
          {options.map((one) => (
            <option key={one} value={one}>
              {word(one)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
