import type { PracticeSession } from '@tokenholic/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { Field, Input } from '@/ui/field';
import { ErrorState } from '@/ui/states';
import { useTeamActions } from '../api/team';

const LEAST_REASON = 3;

/** A manager's own word on the total, with the reason. */
export function OverrideForm({ session }: { session: PracticeSession }) {
  const { t } = useTranslation('roleplay');
  const { override } = useTeamActions();
  const [total, setTotal] = useState(String(session.override?.total ?? session.score?.total ?? ''));
  const [reason, setReason] = useState(session.override?.reason ?? '');
  const points = Number(total);
  const valid = /^\d{1,3}$/.test(total) && points <= 100 && reason.trim().length >= LEAST_REASON;
  return (
    <form
      className="grid gap-2 border-t border-line pt-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (valid) override.mutate({ id: session.id, total: points, reason });
      }}
    >
      <h3 className="font-medium">{t('override.title')}</h3>
      <Field label={t('override.points')}>
        {(ids) => (
          <Input
            {...ids}
            inputMode="numeric"
            value={total}
            onChange={({ target }) => setTotal(target.value)}
          />
        )}
      </Field>
      <Field label={t('override.reason')}>
        {(ids) => (
          <Input {...ids} maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
        )}
      </Field>
      {override.error === null ? null : <ErrorState error={override.error} />}
      <div className="flex gap-2">
        <Button type="submit" disabled={!valid || override.isPending}>
          {t('override.save')}
        </Button>
        {session.override === null ? null : (
          <Button
            variant="ghost"
            disabled={override.isPending}
            onClick={() => override.mutate({ id: session.id, total: null, reason: t('override.taken_back') })}
          >
            {t('override.undo')}
          </Button>
        )}
      </div>
    </form>
  );
}
