import { getRouteApi, Link } from '@tanstack/react-router';
import type { Persona } from '@tokenholic/contracts';
import { formatDateTime } from '@tokenholic/presentation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { usePageTitle } from '@/shell/page-title';
import { EngineLabel } from '@/ui/confidence';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { usePersona } from '../api/personas';
import { Charts } from '../charts/charts';
import { groups } from '../model/groups';
import { AdvicePanel } from './advice-panel';
import { ConsentCard } from './consent-card';
import { PersonaTools } from './persona-tools';
import { PrivacyCard } from './privacy-card';
import { TraitLine } from './trait-line';

const route = getRouteApi('/personas/$contactId');

export function PersonaRoute() {
  const { contactId } = route.useParams();
  const [version, setVersion] = useState<number | undefined>(undefined);
  const persona = usePersona(contactId, version);
  if (persona.isError)
    return (
      <div className="p-6">
        <ErrorState error={persona.error} onRetry={() => void persona.refetch()} />
      </div>
    );
  if (persona.isPending)
    return (
      <div className="grid gap-4 p-6">
        <Skeleton className="h-10 w-80 max-w-full" />
        <Skeleton className="h-96" />
      </div>
    );
  return <PersonaScreen persona={persona.data} onVersion={setVersion} />;
}

interface ScreenProps {
  persona: Persona;
  onVersion: (version: number | undefined) => void;
}

function PersonaScreen({ persona, onVersion }: ScreenProps) {
  const { t } = useTranslation('personas');
  const language = useLanguage();
  usePageTitle(persona.name);
  const isMade = persona.allowed && persona.consent.allowed;
  const isOld = persona.version !== null && persona.version !== persona.versions[0]?.number;
  return (
    <div className="mx-auto grid max-w-[1240px] grid-cols-[minmax(0,1fr)] gap-5 px-6 py-6 max-md:px-4 max-md:py-5">
      <header className="flex flex-wrap items-end gap-3">
        <div className="grid flex-1 gap-1 max-md:basis-full">
          <Link to="/personas" className="justify-self-start text-xs text-ink-2 underline">
            {t('title')}
          </Link>
          <h1 className="text-2xl font-semibold">{persona.name}</h1>
          <p className="text-ink-2">
            {[persona.title, persona.clientName].filter((part) => part !== '').join(' · ')} ·{' '}
            <Link to="/contacts/$contactId" params={{ contactId: persona.contactId }} className="underline">
              {t('to_contact')}
            </Link>
          </p>
        </div>
        {isMade ? <PersonaTools persona={persona} onVersion={onVersion} /> : null}
      </header>
      {isMade ? (
        <p className="flex flex-wrap items-center gap-2 text-xs text-ink-3" aria-live="polite">
          {persona.engine === null ? null : <EngineLabel engine={persona.engine} />}
          {persona.version === null
            ? null
            : t('based_on', { count: persona.activities, words: persona.withWords })}
          {persona.computedAt === null ? null : `· ${formatDateTime(persona.computedAt, language)}`}
          {persona.working ? <span className="text-info">{t('working')}</span> : null}
          {isOld ? <span className="text-warn">{t('old_version')}</span> : null}
        </p>
      ) : null}
      {persona.allowed && !persona.consent.allowed ? <ConsentCard persona={persona} /> : null}
      {isMade && persona.version === null && !persona.working ? (
        <EmptyState title={t('empty')} text={t('empty_text')} />
      ) : null}
      {persona.version === null ? null : <Body persona={persona} editable={!isOld} />}
      <PrivacyCard persona={persona} />
    </div>
  );
}

function Body({ persona, editable }: { persona: Persona; editable: boolean }) {
  const { t } = useTranslation('personas');
  return (
    <div className="grid grid-cols-[minmax(0,7fr)_minmax(0,5fr)] items-start gap-5 max-lg:grid-cols-[minmax(0,1fr)]">
      <div className="grid gap-5">
        {groups.map(({ name, keys }) => (
          <section key={name} className="grid gap-1 rounded-card border border-line bg-surface p-4">
            <h2 className="pb-1 font-semibold">{t(`group.${name}`)}</h2>
            {name === 'decision' ? <p className="pb-1 text-xs text-ink-3">{t('framework')}</p> : null}
            {keys.map((key) => {
              const line = persona.lines.find((one) => one.key === key);
              return line === undefined ? null : (
                <TraitLine key={key} line={line} contactId={persona.contactId} editable={editable} />
              );
            })}
          </section>
        ))}
      </div>
      <div className="grid gap-5">
        <AdvicePanel persona={persona} />
        {persona.charts === null ? null : <Charts charts={persona.charts} timeZone={persona.timeZone} />}
      </div>
    </div>
  );
}
