import { useNavigate } from '@tanstack/react-router';
import type { Deal } from '@tokenholic/contracts';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '@/api/new-id';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, Input, Select } from '@/ui/field';
import { ErrorState } from '@/ui/states';
import { useAccounts, useChangeDeal, useCreateDeal } from '../api/deals';
import { type DealDraft, draftOf, emptyDraft, fieldsOf } from '../model/draft';
import { FORECAST_CALLS } from './bulk-bar';
import { CustomInputs } from './custom-inputs';

interface DealDialogProps {
  /** Absent: a new deal. */
  deal?: Deal;
  onClose: () => void;
}

/** The form of a deal, for a new one and for a change. */
export function DealDialog({ deal, onClose }: DealDialogProps) {
  const { t } = useTranslation('deals');
  const { t: shell } = useTranslation('shell');
  const navigate = useNavigate();
  // One id for the whole dialog: pressing again after a lost answer makes no second deal.
  const id = useRef(newId());
  const accounts = useAccounts();
  const [clientId, setClientId] = useState(deal?.clientId ?? '');
  const [draft, setDraft] = useState<DealDraft>(() =>
    deal === undefined ? emptyDraft(new Date()) : draftOf(deal),
  );
  const [touched, setTouched] = useState(false);
  const create = useCreateDeal();
  const change = useChangeDeal(deal?.id ?? '');
  const read = fieldsOf(draft);
  const wrong = touched && 'wrong' in read ? read.wrong : [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTouched(true);
    if ('wrong' in read || clientId === '') return;
    if (deal !== undefined)
      return change.mutate({ ...read.fields, revision: deal.revision }, { onSuccess: onClose });
    create.mutate(
      { ...read.fields, id: id.current, clientId },
      { onSuccess: (made) => navigate({ to: '/deals/$dealId', params: { dealId: made.id } }) },
    );
  };
  const error = create.error ?? change.error;
  const set = (name: Exclude<keyof DealDraft, 'custom' | 'forecast'>) => (value: string) =>
    setDraft({ ...draft, [name]: value });
  return (
    <Dialog open onClose={onClose} title={t(deal === undefined ? 'new.title' : 'new.edit')}>
      <form onSubmit={submit} noValidate className="grid grid-cols-2 gap-x-4 gap-y-2">
        {deal === undefined ? (
          <div className="col-span-2">
            <Field
              label={t('field.client')}
              error={touched && clientId === '' ? t('field.client_needed') : undefined}
            >
              {(ids) => (
                <Select {...ids} value={clientId} onChange={(event) => setClientId(event.target.value)}>
                  <option value="">{t('field.choose')}</option>
                  {(accounts.data?.items ?? []).map((one) => (
                    <option key={one.id} value={one.id}>
                      {one.name}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
        ) : null}
        <div className="col-span-2">
          <TextField
            {...{ label: t('field.title'), value: draft.title, onChange: set('title') }}
            error={wrong.includes('title') ? t('field.title_needed') : undefined}
          />
        </div>
        <TextField
          {...{ label: t('field.amount'), value: draft.amount, onChange: set('amount') }}
          help={t('field.amount_help')}
          error={wrong.includes('amount') ? t('field.amount_wrong') : undefined}
        />
        <Field label={t('field.currency')}>
          {(ids) => (
            <Select
              {...ids}
              value={draft.currency}
              onChange={(event) =>
                setDraft({ ...draft, currency: event.target.value === 'USD' ? 'USD' : 'CNY' })
              }
            >
              <option value="CNY">CNY ¥</option>
              <option value="USD">USD $</option>
            </Select>
          )}
        </Field>
        <TextField
          {...{
            label: t('field.close_date'),
            value: draft.closeDate,
            onChange: set('closeDate'),
            type: 'date',
          }}
          error={wrong.includes('closeDate') ? t('field.close_date_needed') : undefined}
        />
        <TextField {...{ label: t('field.source'), value: draft.source, onChange: set('source') }} />
        <TextField
          {...{ label: t('field.products'), value: draft.products, onChange: set('products') }}
          help={t('field.list_help')}
        />
        <TextField
          {...{ label: t('field.competitors'), value: draft.competitors, onChange: set('competitors') }}
          help={t('field.list_help')}
        />
        <Field label={t('field.forecast')} help={t('field.forecast_help')}>
          {(ids) => (
            <Select
              {...ids}
              value={draft.forecast}
              onChange={({ target }) =>
                setDraft({
                  ...draft,
                  forecast: FORECAST_CALLS.find((call) => call === target.value) ?? 'pipeline',
                })
              }
            >
              {FORECAST_CALLS.map((call) => (
                <option key={call} value={call}>
                  {t(`call.${call}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <TextField
          {...{ label: t('field.discount'), value: draft.discount, onChange: set('discount') }}
          help={t('field.discount_help')}
          error={wrong.includes('discount') ? t('field.discount_wrong') : undefined}
        />
        <CustomInputs of="deal" values={draft.custom} onChange={(custom) => setDraft({ ...draft, custom })} />
        {error === null ? null : (
          <div className="col-span-2">
            <ErrorState error={error} />
          </div>
        )}
        <div className="col-span-2 flex gap-2">
          <Button type="submit" variant="primary" disabled={create.isPending || change.isPending}>
            {t(deal === undefined ? 'new.make' : 'new.save')}
          </Button>
          <Button onClick={onClose}>{shell('action.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

interface TextFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'date';
  help?: string;
  error?: string | undefined;
}

function TextField({ label, value, onChange, type = 'text', help, error }: TextFieldProps) {
  return (
    <Field label={label} help={help} error={error}>
      {(ids) => (
        <Input
          {...ids}
          type={type}
          value={value}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
