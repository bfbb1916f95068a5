import type { ReviewDecision, ReviewedFinding } from '@tokenholic/contracts';
import { formatDateTime } from '@tokenholic/presentation';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { Field, Input } from '@/ui/field';
import type { Names } from './use-names';

interface VerdictProps {
  review: NonNullable<ReviewedFinding['review']>;
  names: Names;
  /** Null for who may only look. */
  onJudge: ((verdict: ReviewDecision) => void) | null;
}

/** What was said of a finding, by whom and why; the reason can be given afterwards, so that judging stays quick. */
export function Verdict({ review, names, onJudge }: VerdictProps) {
  const { t } = useTranslation('findings');
  const language = useLanguage();
  const { verdict } = review;
  return (
    <div className="grid gap-2 rounded-card bg-sunken p-3">
      <p className="font-medium">
        {t(`filter.${verdict.decision}`)}
        {verdict.decision === 'corrected'
          ? ` · ${names.purpose(verdict.correction)} · ${names.provider(verdict.correction)} · ${names.model(verdict.correction)} · ${t(`standing.${verdict.correction.standing}`)}`
          : ''}
      </p>
      {verdict.reason === null ? null : <p>{verdict.reason}</p>}
      <p className="text-xs text-ink-3">
        {t('reviewed_by', { by: review.by, date: formatDateTime(review.at, language) })}
      </p>
      {verdict.reason === null && onJudge !== null ? (
        <Reason onSave={(reason) => onJudge({ ...verdict, reason })} />
      ) : null}
    </div>
  );
}

function Reason({ onSave }: { onSave: (reason: string) => void }) {
  const { t } = useTranslation('findings');
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(reason.trim());
  };
  return (
    <form onSubmit={submit} className="flex items-start gap-2">
      <div className="max-w-md flex-1">
        <Field label={t('form.reason')} hideLabel>
          {(ids) => (
            <Input
              {...ids}
              maxLength={500}
              placeholder={t('form.reason')}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Button type="submit" disabled={reason.trim() === ''}>
        {t('reason_add')}
      </Button>
    </form>
  );
}
