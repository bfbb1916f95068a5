import { Link } from '@tanstack/react-router';
import type { ApprovalRule, ApprovalSettings } from '@tokenholic/contracts';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '@/api/new-id';
import { useAllowed } from '@/api/session';
import { usePageTitle } from '@/shell/page-title';
import { Button } from '@/ui/button';
import { ErrorState, Skeleton } from '@/ui/states';
import { toast } from '@/ui/toast';
import { useRules, useSaveRules } from './api';
import { CalendarForm } from './components/calendar-form';
import { RuleLine } from './components/rule-line';
import { TryRules } from './components/try-rules';

/** Who has to say yes to what, in which time, and who takes over. */
export function RulesScreen() {
  const { t } = useTranslation('approvals');
  usePageTitle(t('rules.title'));
  const rules = useRules();
  return (
    <div className="mx-auto grid max-w-[960px] grid-cols-[minmax(0,1fr)] gap-6 px-8 py-8 max-md:px-4">
      <header className="grid gap-1">
        <p className="text-xs">
          <Link to="/approvals" className="underline">
            {t('title')}
          </Link>
        </p>
        <h1 className="text-2xl font-semibold">{t('rules.title')}</h1>
        <p className="max-w-[68ch] text-ink-2">{t('rules.intro')}</p>
      </header>
      {rules.isPending ? <Skeleton className="h-96" /> : null}
      {rules.isError ? <ErrorState error={rules.error} onRetry={() => void rules.refetch()} /> : null}
      {rules.isSuccess ? <Rules key={rules.data.revision} settings={rules.data} /> : null}
    </div>
  );
}

const newRule = (): ApprovalRule => ({
  ...{ id: newId(), enabled: true, type: 'document', riskFrom: null, amountFromCny: null },
  ...{ discountFromPercent: null, steps: [{ role: 'sales_manager', hours: 8 }] },
});

function Rules({ settings }: { settings: ApprovalSettings }) {
  const { t } = useTranslation('approvals');
  const mayEdit = useAllowed('approval.rules');
  const [draft, setDraft] = useState(settings);
  const save = useSaveRules();
  const changed = JSON.stringify(draft) !== JSON.stringify(settings);
  const setRule = (index: number, rule: ApprovalRule | null) =>
    setDraft({
      ...draft,
      rules: draft.rules.flatMap((one, at) => (at !== index ? [one] : rule === null ? [] : [rule])),
    });
  const move = (index: number, by: -1 | 1) => {
    const rules = [...draft.rules];
    const [taken] = rules.splice(index, 1);
    if (taken !== undefined) rules.splice(index + by, 0, taken);
    setDraft({ ...draft, rules });
  };
  return (
    <>
      {mayEdit ? null : <p className="rounded-card bg-sunken p-3 text-ink-2">{t('rules.read_only')}</p>}
      <fieldset disabled={!mayEdit} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-6">
        <section className="grid gap-3">
          <h2 className="text-lg font-semibold">{t('rules.list')}</h2>
          <ol className="grid gap-2">
            {draft.rules.map((rule, index) => (
              <RuleLine
                key={rule.id}
                rule={rule}
                place={index + 1}
                last={index === draft.rules.length - 1}
                onChange={(next) => setRule(index, next)}
                onMove={(by) => move(index, by)}
              />
            ))}
          </ol>
          <Button
            className="justify-self-start"
            onClick={() => setDraft({ ...draft, rules: [...draft.rules, newRule()] })}
          >
            <Plus className="size-4" /> {t('rules.add')}
          </Button>
        </section>
        <CalendarForm settings={draft} onChange={setDraft} />
      </fieldset>
      <TryRules />
      {save.error === null ? null : <ErrorState error={save.error} />}
      {mayEdit ? (
        <div className="sticky bottom-0 flex gap-2 border-t border-line bg-paper py-3 max-md:bottom-16">
          <Button
            variant="primary"
            disabled={!changed || save.isPending}
            onClick={() => save.mutate(draft, { onSuccess: () => toast.success(t('rules.saved')) })}
          >
            {t('rules.save')}
          </Button>
          <Button disabled={!changed} onClick={() => setDraft(settings)}>
            {t('rules.discard')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
