import type { TokenBudget } from '@tokenholic/contracts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { useLanguage, useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Field, Input } from '@/ui/field';
import { useSetBudget } from './budgets-api';

interface BudgetLineProps {
  name: string;
  clientId: string | null;
  budget: TokenBudget;
}

const MILLION = 1_000_000;
const COLOUR = { open: 'bg-ink-3', warned: 'bg-warn', spent: 'bg-danger' } as const;

/** One organisation's month: a bar, what is left, and the limit to change. */
export function BudgetLine({ name, clientId, budget }: BudgetLineProps) {
  const { t } = useTranslation('budgets');
  const language = useLanguage();
  const [editing, setEditing] = useState(false);
  const { monthlyTokens: limit, spentTokens: spent, estimatedTokens: estimated, state } = budget;
  const compact = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 });
  const share = limit === null ? 0 : Math.min(1, limit === 0 ? 1 : spent / limit);
  return (
    <li className="grid gap-2 py-3">
      <div className="flex flex-wrap items-center gap-3">
        <span className="flex-1 basis-40 font-medium">{name}</span>
        <span className="tabular-nums text-ink-2">
          {limit === null
            ? t('used_unlimited', { spent: compact.format(spent) })
            : t('used', { spent: compact.format(spent), limit: compact.format(limit) })}
        </span>
        {editing ? null : (
          <Button size="small" aria-label={t('change_one', { name })} onClick={() => setEditing(true)}>
            {t('change')}
          </Button>
        )}
      </div>
      {limit === null ? null : (
        <div className="h-1.5 overflow-hidden rounded-full bg-sunken">
          <div className={`h-full ${COLOUR[state]}`} style={{ width: `${share * 100}%` }} />
        </div>
      )}
      {estimated === 0 ? null : (
        <p className="text-xs text-ink-2">{t('estimated', { estimated: compact.format(estimated) })}</p>
      )}
      {state === 'open' ? null : (
        <p className={state === 'spent' ? 'text-danger' : 'text-warn'}>{t(`state.${state}`)}</p>
      )}
      {editing ? <LimitForm {...{ clientId, limit }} onDone={() => setEditing(false)} /> : null}
    </li>
  );
}

interface LimitFormProps {
  clientId: string | null;
  limit: number | null;
  onDone: () => void;
}

function LimitForm({ clientId, limit, onDone }: LimitFormProps) {
  const { t } = useTranslation('budgets');
  const { t: shell } = useTranslation();
  const local = useLocal();
  const [millions, setMillions] = useState(limit === null ? '' : String(limit / MILLION));
  const save = useSetBudget(clientId);
  const amount = Number(millions);
  const isGood = millions.trim() === '' || (Number.isFinite(amount) && amount >= 0 && amount <= 1e9);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(millions.trim() === '' ? null : Math.round(amount * MILLION), { onSuccess: onDone });
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-2">
      <Field
        label={t('limit')}
        help={t('limit_help')}
        error={save.error instanceof ApiError ? local(save.error.text) : isGood ? undefined : t('limit_bad')}
      >
        {(ids) => (
          <Input
            {...ids}
            inputMode="decimal"
            value={millions}
            onChange={(event) => setMillions(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" className="mb-5" disabled={save.isPending || !isGood}>
        {shell('action.save')}
      </Button>
      <Button variant="ghost" className="mb-5" onClick={onDone}>
        {shell('action.cancel')}
      </Button>
    </form>
  );
}
