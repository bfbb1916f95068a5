import type { Approval } from '@tokenholic/contracts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Field, Input, Textarea } from '@/ui/field';
import { useResubmit } from '../api';
import { readFigure } from '../model/figures';

/** Mends what came back and submits it again. */
export function ResubmitForm({ approval }: { approval: Approval }) {
  const { t } = useTranslation('approvals');
  const local = useLocal();
  const [detail, setDetail] = useState(approval.detail);
  const [amount, setAmount] = useState(approval.amountCny === null ? '' : String(approval.amountCny));
  const again = useResubmit(approval.id);
  // A deal's figures are the deal's own and changed there; those of a limit of tokens are reckoned from it.
  const ofDeal = approval.type === 'deal';
  const fixed = ofDeal || (approval.type === 'budget' && approval.subjectId !== null);
  const read = readFigure(amount);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (read === undefined) return;
    again.mutate({
      ...{ detail: detail.trim(), amountCny: fixed ? approval.amountCny : read },
      ...{ discountPercent: approval.discountPercent, revision: approval.revision },
    });
  };
  return (
    <form onSubmit={submit} className="grid gap-2 rounded-card border border-line bg-surface p-4">
      <h3 className="font-semibold">{t('again.title')}</h3>
      <Field label={t('field.detail')}>
        {(ids) => (
          <Textarea
            {...ids}
            maxLength={4_000}
            value={detail}
            onChange={({ target }) => setDetail(target.value)}
          />
        )}
      </Field>
      {fixed ? (
        <p className="text-xs text-ink-2">{t(ofDeal ? 'again.deal' : 'again.budget')}</p>
      ) : (
        <Field label={t('field.amount')} error={read === undefined ? t('field.amount_bad') : undefined}>
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
      {again.error instanceof ApiError ? (
        <p role="alert" className="text-danger">
          {local(again.error.text)}
        </p>
      ) : null}
      <Button type="submit" variant="primary" className="justify-self-start" disabled={again.isPending}>
        {t('again.do')}
      </Button>
    </form>
  );
}
