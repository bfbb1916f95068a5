import { Link } from '@tanstack/react-router';
import type { Deal } from '@tokenholic/contracts';
import { Stamp } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { useLocal } from '@/i18n';
import { Button, buttonLook } from '@/ui/button';
import { Field, Textarea } from '@/ui/field';
import { useAskApproval, useDealApproval } from '../api/approval';

/** Says that somebody has to agree to amount or discount before the deal is offered or won, and asks them. */
export function DealApproval({ deal, editable }: { deal: Deal; editable: boolean }) {
  const { t } = useTranslation('deals');
  const local = useLocal();
  const [note, setNote] = useState('');
  const need = useDealApproval(deal.id, deal.revision).data?.need ?? null;
  const ask = useAskApproval(deal.id);
  if (need === null) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate(note.trim());
  };
  return (
    <section
      aria-label={t('approval.title')}
      className="grid gap-3 rounded-card border border-line border-l-4 border-l-mark bg-surface p-4"
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p className="flex min-w-0 flex-1 basis-72 items-start gap-2">
          <Stamp className="mt-0.5 size-4 shrink-0" aria-hidden />
          <span>
            <strong className="font-semibold">{t('approval.title')}</strong>{' '}
            <span className="text-ink-2">{t(`approval.${need.state}`)}</span>
          </span>
        </p>
        {need.approvalId === null ? null : (
          <Link
            to="/approvals"
            search={{ view: 'open', id: need.approvalId }}
            className={buttonLook({ size: 'small' })}
          >
            {t('approval.see')}
          </Link>
        )}
      </div>
      {editable && need.state === 'not_asked' ? (
        <form onSubmit={submit} className="grid gap-2">
          <Field
            label={t('approval.note')}
            error={ask.error instanceof ApiError ? local(ask.error.text) : undefined}
          >
            {(ids) => (
              <Textarea
                {...ids}
                rows={2}
                maxLength={4_000}
                value={note}
                onChange={({ target }) => setNote(target.value)}
              />
            )}
          </Field>
          <Button type="submit" variant="mark" className="justify-self-start" disabled={ask.isPending}>
            {t('approval.ask')}
          </Button>
        </form>
      ) : null}
    </section>
  );
}
