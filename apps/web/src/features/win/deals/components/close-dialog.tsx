import type { DealCard, OutcomeReason } from '@tokenholic/contracts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, Select, Textarea } from '@/ui/field';
import { ErrorState } from '@/ui/states';
import { useMoveDeal } from '../api/deals';
import { outcomeReasons } from '../model/stages';

interface CloseDialogProps {
  deal: Pick<DealCard, 'id' | 'title' | 'revision'>;
  to: 'won' | 'lost';
  onClose: () => void;
}

/** Why a deal was won or lost: our word, and the buyer's when somebody asked. */
export function CloseDialog({ deal, to, onClose }: CloseDialogProps) {
  const { t } = useTranslation('deals');
  const { t: shell } = useTranslation('shell');
  const [reason, setReason] = useState<OutcomeReason | null>(null);
  const [text, setText] = useState('');
  const [buyerReason, setBuyerReason] = useState<OutcomeReason | null>(null);
  const [buyerText, setBuyerText] = useState('');
  const move = useMoveDeal();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason === null) return;
    const outcome = { reason, text: text.trim(), buyerReason, buyerText: buyerText.trim() };
    move.mutate({ dealId: deal.id, to, revision: deal.revision, outcome }, { onSuccess: onClose });
  };
  return (
    <Dialog open onClose={onClose} title={t(`close.${to}`, { title: deal.title })}>
      <form onSubmit={submit} className="grid gap-3">
        <ReasonField label={t('close.reason')} value={reason} onChange={setReason} />
        <Field label={t('close.text')}>
          {(ids) => (
            <Textarea
              {...ids}
              value={text}
              maxLength={2_000}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <ReasonField label={t('close.buyer_reason')} value={buyerReason} onChange={setBuyerReason} />
        <Field label={t('close.buyer_text')} help={t('close.buyer_help')}>
          {(ids) => (
            <Textarea
              {...ids}
              value={buyerText}
              maxLength={2_000}
              onChange={(event) => setBuyerText(event.target.value)}
            />
          )}
        </Field>
        {move.isError ? <ErrorState error={move.error} /> : null}
        <div className="flex gap-2">
          <Button type="submit" variant="primary" disabled={reason === null || move.isPending}>
            {t(`close.do_${to}`)}
          </Button>
          <Button onClick={onClose}>{shell('action.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

interface ReasonFieldProps {
  label: string;
  value: OutcomeReason | null;
  onChange: (reason: OutcomeReason | null) => void;
}

function ReasonField({ label, value, onChange }: ReasonFieldProps) {
  const { t } = useTranslation('deals');
  return (
    <Field label={label}>
      {(ids) => (
        <Select
          {...ids}
          value={value ?? ''}
          onChange={(event) => onChange(outcomeReasons.find((one) => one === event.target.value) ?? null)}
        >
          <option value="">{t('close.choose')}</option>
          {outcomeReasons.map((one) => (
            <option key={one} value={one}>
              {t(`reason.${one}`)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
