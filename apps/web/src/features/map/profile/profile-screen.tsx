import { Link, useParams } from '@tanstack/react-router';
import type { ClientProfile, EditProfile, ProfileAspect } from '@tokenholic/contracts';
import { formatCount, formatDateTime } from '@tokenholic/presentation';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { useAllowed } from '@/api/session';
import { useLanguage, useLocal } from '@/i18n';
import { usePageTitle } from '@/shell/page-title';
import { buttonLook } from '@/ui/button';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { toast } from '@/ui/toast';
import { AspectCard } from './aspect-card';
import { useEditProfile, useProfile } from './profile-api';

const ASPECTS: readonly ProfileAspect[] = [
  ...(['description', 'size', 'funding', 'business_model'] as const),
  ...(['pain_point', 'automation', 'tech_stack'] as const),
];

export function ProfileRoute() {
  return <ProfileScreen clientId={useParams({ from: '/clients/$clientId/profile' }).clientId} />;
}

/** The company behind the map: who it is, how it earns, what hurts, each with the passage that says so. */
function ProfileScreen({ clientId }: { clientId: string }) {
  const { t } = useTranslation('profile');
  const local = useLocal();
  const { data, isPending, error, refetch } = useProfile(clientId);
  usePageTitle(t('title'));
  const mayEdit = useAllowed('research.run');
  const save = useEditProfile(clientId);
  const edit = (change: EditProfile) =>
    save.mutate(change, {
      onError: (failure) => failure instanceof ApiError && toast.error(local(failure.text)),
    });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5 px-8 py-6 max-md:px-4">
      <header>
        <nav className="flex flex-wrap gap-x-4 text-ink-2" aria-label={t('title')}>
          <Link to="/clients/$clientId/map" params={{ clientId }} className="hover:underline">
            ← {t('to_map')}
          </Link>
          <Link to="/clients/$clientId/findings" params={{ clientId }} className="hover:underline">
            {t('to_findings')}
          </Link>
          <Link to="/clients/$clientId/requirements" params={{ clientId }} className="hover:underline">
            {t('to_requirements')}
          </Link>
        </nav>
        <h1 className="text-2xl font-semibold">{data?.clientName ?? t('title')}</h1>
        {data === undefined ? null : <Facts profile={data} />}
      </header>
      {isPending ? <Skeleton className="h-96" /> : null}
      {error === null ? null : <ErrorState error={error} onRetry={() => void refetch()} />}
      {data === undefined ? null : data.runId === null && data.statements.length === 0 ? (
        <EmptyState title={t('empty')} text={t('empty_text')}>
          <Link to="/clients/$clientId" params={{ clientId }} className={buttonLook({})}>
            {t('to_map')}
          </Link>
        </EmptyState>
      ) : (
        <div className="gap-5 lg:columns-2">
          {ASPECTS.map((aspect) => (
            <AspectCard
              key={aspect}
              clientId={clientId}
              aspect={aspect}
              statements={data.statements.filter((statement) => statement.aspect === aspect)}
              mayEdit={mayEdit}
              onEdit={edit}
            />
          ))}
        </div>
      )}
    </div>
  );
}

function Facts({ profile }: { profile: ClientProfile }) {
  const { t } = useTranslation('profile');
  const language = useLanguage();
  const { industry, employees, readAt, engine } = profile;
  const facts = [
    industry?.name[language] ?? null,
    employees === null ? null : t('employees', { count: employees, text: formatCount(employees, language) }),
    readAt === null ? null : t('read', { date: formatDateTime(readAt, language) }),
    engine === null ? null : `✦ ${engine.model ?? t('rules')}`,
  ].filter((fact) => fact !== null);
  return <p className="text-ink-2">{facts.join(' · ')}</p>;
}
