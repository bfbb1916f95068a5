import type { BulkChange, CareReport, ForecastCall } from '@tokenholic/contracts';
import { X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '@/api/new-id';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Input, Select } from '@/ui/field';
import { toast } from '@/ui/toast';
import { useBulkEdit, useUndoCare } from '../api/care';
import { useOwners } from '../api/settings';
import { useSaying } from '../model/use-saying';
import { useStages } from '../model/use-stages';

const WHATS = [
  ...(['stage', 'owner', 'close_date', 'forecast', 'source', 'add_product', 'add_competitor'] as const),
] as const;
type What = (typeof WHATS)[number];
export const FORECAST_CALLS: readonly ForecastCall[] = ['commit', 'best_case', 'pipeline', 'omitted'];

/** One change for the chosen deals, and the way back. */
export function BulkBar({ chosen, onClear }: { chosen: readonly string[]; onClear: () => void }) {
  const { t } = useTranslation('deals');
  const local = useLocal();
  const [what, setWhat] = useState<What>('stage');
  const [to, setTo] = useState('');
  const edit = useBulkEdit();
  const undo = useUndoCare();
  const sayError = useSaying();
  const told = ({ changed, left }: CareReport) => {
    const first = left[0];
    return first === undefined
      ? t('bulk.done', { count: changed })
      : t('bulk.partly', { count: changed, left: left.length, title: first.title, why: local(first.why) });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (to === '') return;
    edit.mutate(
      { id: newId(), dealIds: [...chosen], change: { what, to } as BulkChange },
      {
        onSuccess: (report) => {
          toast.warning(told(report), {
            label: t('bulk.undo'),
            onClick: () =>
              undo.mutate(report.id, { onSuccess: (back) => toast.success(told(back)), onError: sayError }),
          });
          onClear();
        },
        onError: sayError,
      },
    );
  };
  return (
    <form
      onSubmit={submit}
      aria-label={t('bulk.title')}
      className="sticky bottom-3 z-20 flex flex-wrap items-center gap-2 rounded-card border border-ink bg-surface p-3 shadow-overlay max-md:bottom-20"
    >
      <span className="font-semibold">{t('bulk.chosen', { count: chosen.length })}</span>
      <Select
        aria-label={t('bulk.what')}
        value={what}
        onChange={({ target }) => {
          setWhat(WHATS.find((one) => one === target.value) ?? 'stage');
          setTo('');
        }}
        className="w-auto"
      >
        {WHATS.map((one) => (
          <option key={one} value={one}>
            {t(`bulk.${one}`)}
          </option>
        ))}
      </Select>
      <Target what={what} to={to} onChange={setTo} />
      <Button type="submit" variant="primary" disabled={to === '' || edit.isPending}>
        {t('bulk.apply')}
      </Button>
      <Button variant="ghost" onClick={onClear}>
        <X className="size-4" /> {t('bulk.clear')}
      </Button>
    </form>
  );
}

function Target({ what, to, onChange }: { what: What; to: string; onChange: (to: string) => void }) {
  const { t } = useTranslation('deals');
  const local = useLocal();
  const { open, nameOf } = useStages();
  const owners = useOwners(what === 'owner').data?.items ?? [];
  const options =
    what === 'stage'
      ? open.map((stage) => [stage, nameOf(stage)] as const)
      : what === 'owner'
        ? owners.map(({ id, name }) => [id, local(name)] as const)
        : what === 'forecast'
          ? FORECAST_CALLS.map((call) => [call, t(`call.${call}`)] as const)
          : null;
  const shared = { 'aria-label': t('bulk.to'), value: to, className: 'w-auto min-w-36' };
  if (options === null)
    return (
      <Input
        {...shared}
        type={what === 'close_date' ? 'date' : 'text'}
        maxLength={60}
        onChange={({ target }) => onChange(target.value)}
      />
    );
  return (
    <Select {...shared} onChange={({ target }) => onChange(target.value)}>
      <option value="">{t('field.choose')}</option>
      {options.map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </Select>
  );
}
