import { Link } from '@tanstack/react-router';
import type { DealSettings } from '@tokenholic/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllowed } from '@/api/session';
import { usePageTitle } from '@/shell/page-title';
import { Button } from '@/ui/button';
import { ErrorState, Skeleton } from '@/ui/states';
import { toast } from '@/ui/toast';
import { useDealSettings, useSaveSettings } from '../api/settings';
import { FieldSettings } from './field-settings';
import { StageSettings } from './stage-settings';

/** What the organisation calls its stages, what it asks for at each, and fields of its own. */
export function SettingsScreen() {
  const { t } = useTranslation('deals');
  usePageTitle(t('settings.title'));
  const settings = useDealSettings();
  if (settings.isError)
    return (
      <div className="p-6">
        <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />
      </div>
    );
  return (
    <div className="mx-auto grid max-w-[1080px] grid-cols-[minmax(0,1fr)] gap-6 px-6 py-6 max-md:px-4 max-md:py-5">
      <header className="grid gap-1">
        <Link to="/deals" className="justify-self-start text-xs text-ink-2 underline">
          {t('title')}
        </Link>
        <h1 className="text-2xl font-semibold">{t('settings.title')}</h1>
        <p className="max-w-[70ch] text-ink-2">{t('settings.how')}</p>
      </header>
      {settings.isPending ? (
        <Skeleton className="h-96" />
      ) : (
        <SettingsForm key={settings.data.revision} before={settings.data} />
      )}
    </div>
  );
}

function SettingsForm({ before }: { before: DealSettings }) {
  const { t } = useTranslation('deals');
  const { t: shell } = useTranslation('shell');
  const allowed = useAllowed('settings.manage');
  const [draft, setDraft] = useState(before);
  const save = useSaveSettings();
  const changed = JSON.stringify(draft) !== JSON.stringify(before);
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)] gap-8"
      onSubmit={(event) => {
        event.preventDefault();
        // The form begins anew with the kept settings: what it was told to do afterwards would go with it.
        void save.mutateAsync(draft).then(
          () => toast.success(t('settings.kept')),
          () => undefined,
        );
      }}
    >
      {allowed ? null : <p className="text-warn">{t('settings.managers')}</p>}
      <fieldset disabled={!allowed} className="grid grid-cols-[minmax(0,1fr)] gap-8">
        <StageSettings settings={draft} onChange={setDraft} />
        <FieldSettings settings={draft} onChange={setDraft} known={before.fields.map(({ key }) => key)} />
      </fieldset>
      {save.isError ? <ErrorState error={save.error} /> : null}
      {allowed ? (
        <div className="sticky bottom-0 flex gap-2 border-t border-line bg-paper py-3 max-md:bottom-16">
          <Button type="submit" variant="primary" disabled={!changed || save.isPending}>
            {shell('action.save')}
          </Button>
          <Button disabled={!changed} onClick={() => setDraft(before)}>
            {shell('action.cancel')}
          </Button>
        </div>
      ) : null}
    </form>
  );
}
