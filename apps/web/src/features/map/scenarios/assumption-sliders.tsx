import { formatPercent } from '@tokenholic/presentation';
import type { Assumptions } from '@tokenholic/presentation/scenario';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';

const SLIDERS = {
  growth_group: [
    { name: 'growth', most: 2 },
    { name: 'spread', most: 1 },
    { name: 'persistence', most: 1 },
  ],
  price_group: [
    { name: 'priceFall', most: 0.6 },
    { name: 'discount', most: 0.6 },
    { name: 'committed', most: 1 },
    { name: 'commitmentDiscount', most: 0.5 },
  ],
} as const satisfies Record<string, readonly { name: keyof Assumptions; most: number }[]>;

/** A slider for each assumption, in steps of five per cent. */
export function AssumptionSliders({
  assumptions,
  onChange,
}: {
  assumptions: Assumptions;
  onChange: (name: keyof Assumptions, value: number) => void;
}) {
  const { t } = useTranslation('scenarios');
  return (['growth_group', 'price_group'] as const).map((group) => (
    <fieldset key={group} className="grid gap-3 rounded-card border border-line bg-surface p-4">
      <legend className="px-1 font-semibold">{t(group)}</legend>
      {SLIDERS[group].map(({ name, most }) => (
        <Slider
          key={name}
          label={t(`assumption.${name}`)}
          value={assumptions[name]}
          most={most}
          onChange={(value) => onChange(name, value)}
        />
      ))}
    </fieldset>
  ));
}

function Slider({
  label,
  value,
  most,
  onChange,
}: {
  label: string;
  value: number;
  most: number;
  onChange: (value: number) => void;
}) {
  const id = useId();
  const language = useLanguage();
  return (
    <div className="grid gap-1">
      <div className="flex justify-between gap-3">
        <label htmlFor={id} className="text-ink-2">
          {label}
        </label>
        <output htmlFor={id} className="font-medium">
          {formatPercent(value, language)}
        </output>
      </div>
      <input
        id={id}
        type="range"
        min={0}
        max={most * 100}
        step={5}
        value={Math.round(value * 100)}
        onChange={(event) => onChange(Number(event.target.value) / 100)}
        className="h-6 w-full accent-ink max-md:h-11"
      />
    </div>
  );
}
