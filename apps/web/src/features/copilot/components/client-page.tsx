import { Link as RouteLink } from '@tanstack/react-router';
import type { Onlooker, WorkTask } from '@tokenholic/contracts';
import { formatMoney } from '@tokenholic/presentation';
import { ArrowRightLeft, ArrowUpRight, Flame, ListPlus, Mail, ScrollText } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAllowed } from '@/api/session';
import { useLanguage } from '@/i18n';
import { Button, buttonLook } from '@/ui/button';
import { ErrorState, Skeleton } from '@/ui/states';
import { useClientPage, useOpened } from '../api/client';
import type { Link } from '../model/presence';
import { HealthRing } from './health-ring';
import { OnlookerFaces } from './onlookers';
import { StageBar } from './stage-bar';
import { Timeline } from './timeline';

export type QuickAction = 'draft' | 'task' | 'handoff' | 'escalate' | 'audit';

interface ClientPageProps {
  clientId: string;
  link: Link;
  /** Colleagues who have this client on the screen. */
  onlookers: readonly Onlooker[];
  now: Date;
  marked: readonly string[];
  onTask: (task: WorkTask) => void;
  onAction: (action: QuickAction) => void;
}

/** One client: who it is, where it stands, what can be done, and everything that happened. */
export function ClientPage({ clientId, link, onlookers, now, marked, onTask, onAction }: ClientPageProps) {
  const { t } = useTranslation('copilot');
  const language = useLanguage();
  const page = useClientPage(clientId);
  const opened = useOpened();
  const mayAudit = useAllowed('audit.read');
  const noted = useRef('');
  const client = page.data;
  const { mutate } = opened;
  // Looking at what is new makes it read, once for each thing that is new.
  const news = client?.unread === true ? `${clientId} ${client.lastAt}` : '';
  useEffect(() => {
    if (news === '' || noted.current === news) return;
    noted.current = news;
    mutate(clientId);
  }, [news, clientId, mutate]);
  if (page.isError) return <ErrorState error={page.error} onRetry={() => void page.refetch()} />;
  if (client === undefined) return <Skeleton className="h-40 rounded-card" />;
  const about = [
    client.industry?.name[language],
    client.opportunity === null
      ? undefined
      : t('opportunity', { money: formatMoney(client.opportunity, language).text }),
  ].filter((part) => part !== undefined);
  return (
    <div className="grid gap-5">
      <header className="grid gap-4">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
          <HealthRing health={client.health} size={48} />
          <div className="mr-auto min-w-0">
            <h1 className="flex items-center gap-2 text-xl font-semibold">
              <span className="truncate">{client.name}</span>
              <RouteLink
                to="/clients/$clientId"
                params={{ clientId }}
                aria-label={t('open_map_of', { name: client.name })}
                className="grid size-6 shrink-0 place-items-center rounded-control text-ink-3 hover:bg-sunken max-md:size-11"
              >
                <ArrowUpRight className="size-4" />
              </RouteLink>
            </h1>
            <p className="text-xs text-ink-3">{about.join(' · ')}</p>
          </div>
          <OnlookerFaces people={onlookers} />
          <div className="flex flex-wrap gap-2">
            <Button variant="primary" onClick={() => onAction('draft')}>
              <Mail className="size-4" aria-hidden /> {t('quick.draft')}
            </Button>
            <Button onClick={() => onAction('task')}>
              <ListPlus className="size-4" aria-hidden /> {t('quick.task')}
            </Button>
            <Button onClick={() => onAction('handoff')}>
              <ArrowRightLeft className="size-4" aria-hidden /> {t('quick.handoff')}
            </Button>
            <Button onClick={() => onAction('escalate')}>
              <Flame className="size-4" aria-hidden /> {t('quick.escalate')}
            </Button>
            <RouteLink to="/objections" search={{ client: clientId }} className={buttonLook({})}>
              {t('quick.objection')}
            </RouteLink>
            {mayAudit ? (
              <Button
                size="icon"
                aria-label={t('audit.title')}
                title={t('audit.title')}
                onClick={() => onAction('audit')}
              >
                <ScrollText className="size-4" />
              </Button>
            ) : null}
          </div>
        </div>
        <StageBar client={client} now={now} />
      </header>
      <Timeline client={client} link={link} now={now} marked={marked} onTask={onTask} />
    </div>
  );
}
