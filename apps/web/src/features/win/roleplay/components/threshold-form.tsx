import type { Thresholds } from '@tokenholic/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { Field, Input } from '@/ui/field';
import { LEVELS } from '../model/labels';

interface FormProps {
  thresholds: Thresholds;
  busy: boolean;
  save: (thresholds: Thresholds) => void;
}

/** Points that each scenario of a level must reach for its certificate. */
export function ThresholdForm({ thresholds, busy, save }: FormProps) {
  const { t } = useTranslation('roleplay');
  const [values, setValues] = useState({
    easy: String(thresholds.easy),
    medium: String(thresholds.medium),
    hard: String(thresholds.hard),
  });
  const valid = Object.values(values).every(
    (value) => /^\d{1,3}$/.test(value) && Number(value) >= 1 && Number(value) <= 100,
  );
  return (
    <form
      className="grid max-w-2xl gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (valid)
          save({ easy: Number(values.easy), medium: Number(values.medium), hard: Number(values.hard) });
      }}
    >
      <h2 className="text-lg font-semibold">{t('thresholds.title')}</h2>
      <p className="text-ink-2">{t('thresholds.help')}</p>
      <div className="grid gap-3 sm:grid-cols-3">
        {LEVELS.map((level) => (
          <Field key={level} label={t(`levels.${level}.name`)}>
            {(ids) => (
              <Input
                {...ids}
                inputMode="numeric"
                value={values[level]}
                onChange={({ target }) => setValues({ ...values, [level]: target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <Button type="submit" className="justify-self-start" disabled={!valid || busy}>
        {t('thresholds.save')}
      </Button>
    </form>
  );
}
