import type { ApprovalRisk, ApprovalRule, ApprovalType, ApproverRole } from '@tokenholic/contracts';
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { Field, Input, Select } from '@/ui/field';
import { readFigure } from '../model/figures';
import { TypeOptions } from './type-options';

export const TYPES: readonly ApprovalType[] = ['deal', 'document', 'handoff', 'export', 'library', 'budget'];
const RISKS: readonly ApprovalRisk[] = ['low', 'medium', 'high'];
export const ROLES: readonly ApproverRole[] = [
  ...(['presales_engineer', 'success_manager', 'sales_manager', 'platform_admin'] as const),
];

interface RuleLineProps {
  rule: ApprovalRule;
  place: number;
  last: boolean;
  onChange: (rule: ApprovalRule | null) => void;
  onMove: (by: -1 | 1) => void;
}

/** One rule: when it fits, and who is asked one after the other. */
export function RuleLine({ rule, place, last, onChange, onMove }: RuleLineProps) {
  const { t } = useTranslation('approvals');
  const { t: shell } = useTranslation();
  const setStep = (index: number, step: ApprovalRule['steps'][number] | null) =>
    onChange({
      ...rule,
      steps: rule.steps.flatMap((one, at) => (at !== index ? [one] : step === null ? [] : [step])),
    });
  return (
    <li
      className={`grid gap-3 rounded-card border border-line bg-surface p-4 ${rule.enabled ? '' : 'border-dashed'}`}
    >
      <div className="flex flex-wrap items-center gap-2">
        <label className="flex flex-1 items-center gap-2 font-medium max-md:min-h-11">
          <input
            type="checkbox"
            checked={rule.enabled}
            onChange={({ target }) => onChange({ ...rule, enabled: target.checked })}
          />
          {t('rules.place', { place })}
          {rule.enabled ? '' : ` · ${t('rules.off')}`}
        </label>
        <Button
          size="icon"
          variant="ghost"
          aria-label={t('rules.up')}
          disabled={place === 1}
          onClick={() => onMove(-1)}
        >
          <ArrowUp className="size-4" />
        </Button>
        <Button
          size="icon"
          variant="ghost"
          aria-label={t('rules.down')}
          disabled={last}
          onClick={() => onMove(1)}
        >
          <ArrowDown className="size-4" />
        </Button>
        <Button
          size="icon"
          variant="ghost"
          aria-label={shell('action.remove')}
          onClick={() => onChange(null)}
        >
          <Trash2 className="size-4" />
        </Button>
      </div>
      <div className="grid grid-cols-2 gap-x-3 md:grid-cols-4">
        <Field label={t('field.type')}>
          {(ids) => (
            <Select
              {...ids}
              value={rule.type ?? ''}
              onChange={({ target }) =>
                onChange({ ...rule, type: TYPES.find((one) => one === target.value) ?? null })
              }
            >
              <option value="">{t('rules.any')}</option>
              <TypeOptions types={TYPES} />
            </Select>
          )}
        </Field>
        <Field label={t('rules.risk_from')}>
          {(ids) => (
            <Select
              {...ids}
              value={rule.riskFrom ?? ''}
              onChange={({ target }) =>
                onChange({ ...rule, riskFrom: RISKS.find((one) => one === target.value) ?? null })
              }
            >
              <option value="">{t('rules.any')}</option>
              {RISKS.map((one) => (
                <option key={one} value={one}>
                  {t(`risk.${one}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Figure
          label={t('rules.amount_from')}
          value={rule.amountFromCny}
          onChange={(amountFromCny) => onChange({ ...rule, amountFromCny })}
        />
        <Figure
          label={t('rules.discount_from')}
          value={rule.discountFromPercent}
          most={100}
          onChange={(discountFromPercent) => onChange({ ...rule, discountFromPercent })}
        />
      </div>
      <ol className="flex flex-wrap items-end gap-x-4 gap-y-2">
        {rule.steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place.
          <li key={index} className="flex min-w-0 flex-wrap items-end gap-2">
            <Field label={t('rules.step', { place: index + 1 })}>
              {(ids) => (
                <Select
                  {...ids}
                  value={step.role}
                  className="w-auto"
                  onChange={({ target }) =>
                    setStep(index, { ...step, role: ROLES.find((one) => one === target.value) ?? step.role })
                  }
                >
                  {ROLES.map((one) => (
                    <option key={one} value={one}>
                      {t(`role.${one}`)}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field label={t('rules.hours')}>
              {(ids) => (
                <Input
                  {...ids}
                  type="number"
                  min={0.25}
                  max={400}
                  step={0.25}
                  value={step.hours}
                  className="w-24"
                  onChange={({ target }) => {
                    const hours = target.valueAsNumber;
                    if (hours > 0 && hours <= 400) setStep(index, { ...step, hours });
                  }}
                />
              )}
            </Field>
            {rule.steps.length > 1 ? (
              <Button
                size="icon"
                variant="ghost"
                className="mb-4"
                aria-label={t('rules.drop_step', { place: index + 1 })}
                onClick={() => setStep(index, null)}
              >
                <Trash2 className="size-4" />
              </Button>
            ) : null}
          </li>
        ))}
        {rule.steps.length < 3 ? (
          <Button
            size="small"
            className="mb-5"
            onClick={() =>
              onChange({ ...rule, steps: [...rule.steps, { role: 'platform_admin', hours: 16 }] })
            }
          >
            {t('rules.add_step')}
          </Button>
        ) : null}
      </ol>
    </li>
  );
}

interface FigureProps {
  label: string;
  value: number | null;
  most?: number;
  onChange: (value: number | null) => void;
}

function Figure({ label, value, most = 1e13, onChange }: FigureProps) {
  const { t } = useTranslation('approvals');
  const [text, setText] = useState(value === null ? '' : String(value));
  const read = readFigure(text);
  const bad = read === undefined || (read ?? 0) > most;
  return (
    <Field label={label} error={bad ? t('field.amount_bad') : undefined}>
      {(ids) => (
        <Input
          {...ids}
          inputMode="decimal"
          placeholder={t('rules.any')}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            const next = readFigure(target.value);
            if (next !== undefined && (next ?? 0) <= most) onChange(next);
          }}
        />
      )}
    </Field>
  );
}
