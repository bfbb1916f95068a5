import type { AdviceDecision, DealAdvice } from '@tokenholic/contracts';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '@/api/new-id';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { ConfidenceBars } from '@/ui/confidence';
import { Field, Input } from '@/ui/field';
import { toast } from '@/ui/toast';
import { useDecideAdvice } from '../api/coach';
import { usePlanStep } from '../api/deals';
import { useSaying } from '../model/use-saying';
import { EvidenceList } from './evidence-list';

interface CoachAdviceProps {
  dealId: string;
  advice: readonly DealAdvice[];
  editable: boolean;
}

/** Next steps in their order of worth, each to be taken on or answered. */
export function CoachAdvice({ dealId, advice, editable }: CoachAdviceProps) {
  const { t } = useTranslation('deals');
  const local = useLocal();
  if (advice.length === 0) return <p className="text-ink-2">{t('coach.no_advice')}</p>;
  const unknown = advice.find(({ effect }) => effect.points === null)?.effect;
  return (
    <div className="grid gap-3">
      <ol className="grid gap-3">
        {advice.map((one, index) => (
          <li key={one.kind} className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-2">
            <span className="text-ink-3">{index + 1}</span>
            <Advice dealId={dealId} advice={one} editable={editable} />
          </li>
        ))}
      </ol>
      {unknown === undefined ? null : (
        <p className="text-xs text-ink-3">{t('coach.effect', { text: local(unknown.text) })}</p>
      )}
    </div>
  );
}

type Asked = 'dismissed' | 'snoozed';

function Advice({ dealId, advice, editable }: { dealId: string; advice: DealAdvice; editable: boolean }) {
  const { t } = useTranslation('deals');
  const local = useLocal();
  const [asked, setAsked] = useState<Asked | null>(null);
  const decide = useDecideAdvice(dealId);
  const plan = usePlanStep(dealId);
  const sayError = useSaying();
  const take = () =>
    plan.mutate(
      { id: newId(), title: local(advice.title), dueOn: advice.dueOn },
      { onSuccess: () => toast.success(t('coach.planned')), onError: sayError },
    );
  const say = (said: AdviceDecision) =>
    decide.mutate({ kind: advice.kind, ...said }, { onSuccess: () => setAsked(null), onError: sayError });
  return (
    <article className="grid gap-1">
      <h3 className="flex items-start gap-2 font-semibold">
        <span className="flex-1">{local(advice.title)}</span>
        <ConfidenceBars confidence={advice.confidence} />
      </h3>
      <p className="text-ink-2">{local(advice.reason)}</p>
      <EvidenceList evidence={advice.evidence} />
      {advice.effect.points === null ? null : (
        <p className="text-xs text-ink-3">{local(advice.effect.text)}</p>
      )}
      {editable && asked === null ? (
        <div className="flex flex-wrap gap-1.5">
          <Button size="small" className="max-md:h-11" disabled={plan.isPending} onClick={take}>
            {t('coach.take')}
          </Button>
          <Button
            size="small"
            className="max-md:h-11"
            variant="ghost"
            disabled={decide.isPending}
            onClick={() => say({ decision: 'done', reason: '', until: null })}
          >
            {t('coach.done')}
          </Button>
          <Button size="small" className="max-md:h-11" variant="ghost" onClick={() => setAsked('snoozed')}>
            {t('coach.snooze')}
          </Button>
          <Button size="small" className="max-md:h-11" variant="ghost" onClick={() => setAsked('dismissed')}>
            {t('coach.dismiss')}
          </Button>
        </div>
      ) : null}
      {asked === null ? null : (
        <Answer asked={asked} busy={decide.isPending} onSay={say} onBack={() => setAsked(null)} />
      )}
    </article>
  );
}

const WEEK = 7 * 86_400_000;

interface AnswerProps {
  asked: Asked;
  busy: boolean;
  onSay: (said: AdviceDecision) => void;
  onBack: () => void;
}

function Answer({ asked, busy, onSay, onBack }: AnswerProps) {
  const { t } = useTranslation('deals');
  const { t: shell } = useTranslation('shell');
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState(() => new Date(Date.now() + WEEK).toISOString().slice(0, 10));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSay({ decision: asked, reason: reason.trim(), until: asked === 'snoozed' ? until : null });
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap items-start gap-2">
      {asked === 'snoozed' ? (
        <Field label={t('coach.until')} hideLabel>
          {(ids) => (
            <Input {...ids} type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
          )}
        </Field>
      ) : null}
      <div className="min-w-40 flex-1">
        <Field label={t('coach.why')} hideLabel>
          {(ids) => (
            <Input
              {...ids}
              value={reason}
              placeholder={t('coach.why')}
              maxLength={500}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Button type="submit" disabled={busy || (asked === 'snoozed' && until === '')}>
        {t(asked === 'snoozed' ? 'coach.snooze' : 'coach.dismiss')}
      </Button>
      <Button variant="ghost" onClick={onBack}>
        {shell('action.cancel')}
      </Button>
    </form>
  );
}
