import type { ApprovalType } from '@tokenholic/contracts';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, Input, Select } from '@/ui/field';
import { readFigure } from '../model/figures';
import { RoutePreview } from './route-preview';
import { TYPES } from './rule-line';
import { TypeOptions } from './type-options';

/** Which way a request would take by the rules as they are kept now. */
export function TryRules() {
  const { t } = useTranslation('approvals');
  const [type, setType] = useState<ApprovalType>('deal');
  const [amount, setAmount] = useState('600万');
  const [discount, setDiscount] = useState('0');
  const question = useDeferredValue({
    ...{ type, amountCny: readFigure(amount) ?? null, personalData: false },
    discountPercent: Math.min(100, readFigure(discount) ?? 0),
  });
  return (
    <section className="grid gap-2 rounded-card border border-line bg-surface p-4">
      <h2 className="font-semibold">{t('try.title')}</h2>
      <div className="grid grid-cols-3 gap-x-3">
        <Field label={t('field.type')}>
          {(ids) => (
            <Select
              {...ids}
              value={type}
              onChange={({ target }) => setType(TYPES.find((one) => one === target.value) ?? 'deal')}
            >
              <TypeOptions types={TYPES} />
            </Select>
          )}
        </Field>
        <Field label={t('field.amount')}>
          {(ids) => <Input {...ids} value={amount} onChange={({ target }) => setAmount(target.value)} />}
        </Field>
        <Field label={t('field.discount')}>
          {(ids) => <Input {...ids} value={discount} onChange={({ target }) => setDiscount(target.value)} />}
        </Field>
      </div>
      <RoutePreview question={question} />
    </section>
  );
}
