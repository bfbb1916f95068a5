import type { RequestApproval } from '@tokenholic/contracts';
import { type FormEvent, useDeferredValue, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '@/api/new-id';
import { ClientSelect } from '@/clients/client-select';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, Input, Select, Textarea } from '@/ui/field';
import { ErrorState } from '@/ui/states';
import { useAsk } from '../api';
import { readFigure } from '../model/figures';
import { RoutePreview } from './route-preview';
import { TypeOptions } from './type-options';

const TYPES = ['document', 'handoff', 'export', 'budget'] as const;

/** A request by hand; deals and replies for the library ask from where they are. */
export function RequestDialog({ onClose, onAsked }: { onClose: () => void; onAsked: (id: string) => void }) {
  const { t } = useTranslation('approvals');
  const { t: shell } = useTranslation();
  const id = useRef(newId());
  const [type, setType] = useState<RequestApproval['type']>('document');
  const [clientId, setClientId] = useState('');
  const [title, setTitle] = useState('');
  const [detail, setDetail] = useState('');
  const [amount, setAmount] = useState('');
  const [personalData, setPersonalData] = useState(false);
  const [touched, setTouched] = useState(false);
  const ask = useAsk();
  const amountCny = readFigure(amount);
  const figures = { type, amountCny: amountCny ?? null, discountPercent: null, personalData };
  const question = useDeferredValue(figures);
  const untitled = title.trim().length < 3;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTouched(true);
    if (untitled || amountCny === undefined) return;
    const about = { clientId: clientId === '' ? null : clientId, title: title.trim(), detail: detail.trim() };
    ask.mutate(
      { ...figures, ...about, id: id.current, amountCny },
      { onSuccess: (made) => onAsked(made.id) },
    );
  };
  return (
    <Dialog open onClose={onClose} title={t('ask.title')}>
      <form onSubmit={submit} noValidate className="grid gap-2">
        <div className="grid grid-cols-2 gap-x-4">
          <Field label={t('field.type')}>
            {(ids) => (
              <Select
                {...ids}
                value={type}
                onChange={({ target }) => setType(TYPES.find((one) => one === target.value) ?? 'document')}
              >
                <TypeOptions types={TYPES} />
              </Select>
            )}
          </Field>
          <ClientSelect label={t('field.client')} none={t('own')} value={clientId} onChange={setClientId} />
        </div>
        <Field label={t('field.title')} error={touched && untitled ? t('field.title_needed') : undefined}>
          {(ids) => (
            <Input {...ids} maxLength={160} value={title} onChange={({ target }) => setTitle(target.value)} />
          )}
        </Field>
        <Field label={t('field.detail')} help={t('field.detail_help')}>
          {(ids) => (
            <Textarea
              {...ids}
              maxLength={4_000}
              value={detail}
              onChange={({ target }) => setDetail(target.value)}
            />
          )}
        </Field>
        {type === 'export' ? (
          <label className="flex min-h-9 items-center gap-2 max-md:min-h-11">
            <input
              type="checkbox"
              checked={personalData}
              onChange={({ target }) => setPersonalData(target.checked)}
            />
            {t('field.personal')}
          </label>
        ) : (
          <Field
            label={t('field.amount')}
            help={t(type === 'budget' ? 'field.amount_budget_help' : 'field.amount_help')}
            error={amountCny === undefined ? t('field.amount_bad') : undefined}
          >
            {(ids) => (
              <Input
                {...ids}
                inputMode="decimal"
                value={amount}
                onChange={({ target }) => setAmount(target.value)}
              />
            )}
          </Field>
        )}
        <RoutePreview question={question} />
        {ask.error === null ? null : <ErrorState error={ask.error} />}
        <div className="flex gap-2">
          <Button type="submit" variant="primary" disabled={ask.isPending}>
            {t('ask.do')}
          </Button>
          <Button onClick={onClose}>{shell('action.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
