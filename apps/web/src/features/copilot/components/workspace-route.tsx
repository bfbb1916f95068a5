import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Notice, WorkTask } from '@tokenholic/contracts';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { useNotices } from '@/notices/api';
import { usePageTitle } from '@/shell/page-title';
import { EmptyState } from '@/ui/states';
import { useClientList, useTopTasks } from '../api/workspace';
import { EVERYBODY, neighbour, sameFilter } from '../model/filter';
import { useLive } from '../model/use-live';
import { useNow } from '../model/use-now';
import { useRoleView } from '../model/use-role-view';
import { type TriageKey, useTriageKeys } from '../model/use-triage-keys';
import { ClientList } from './client-list';
import { ClientPage, type QuickAction } from './client-page';
import { CoachTip } from './coach-tip';
import { FilterBar } from './filter-bar';
import { KeysHelp } from './keys-help';
import { Notices } from './notices';
import { RoleCard } from './role-card';
import { SummaryCard } from './summary-card';
import { Tabs } from './tabs';
import type { Answer } from './task-answer';
import { TaskList } from './task-list';
import { type Opened, WorkspaceDialog } from './workspace-dialog';

const NO_EVENTS: readonly string[] = [];

/** The agents' workspace: clients by attention, one client's life, and what to do today. */
export function WorkspaceRoute() {
  const { t } = useTranslation('copilot');
  usePageTitle(t('title'));
  const now = useNow();
  const navigate = useNavigate();
  const { client: named, tab = 'today', event } = useSearch({ from: '/copilot' });
  const { view, setView, filter, setFilter } = useRoleView();
  const [chosenEvents, setMarked] = useState(NO_EVENTS);
  // A notice that was opened on another screen leads to its event.
  const marked = event === undefined ? chosenEvents : [event];
  const [opened, setOpened] = useState<Opened | null>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  const list = useClientList(useDeferredValue(filter));
  const clients = list.data?.pages.flatMap((page) => page.items) ?? [];
  // On a desk the most pressing client is open to begin with.
  const first = useRef<string | undefined>(undefined);
  first.current ??= clients[0]?.id;
  const chosen = named ?? first.current;
  const notices = useNotices();
  const own = notices.data?.room;
  const { link, onlookers } = useLive({
    rooms: [chosen, own, ...clients.map(({ id }) => id)].filter((room) => room !== undefined),
    looking: chosen ?? null,
    unreachable: notices.failureReason instanceof ApiError && notices.failureReason.status === 0,
  });
  const top = useTopTasks().data?.items[0];
  const choose = (clientId: string, events = NO_EVENTS) => {
    setMarked(events);
    void navigate({ to: '/copilot', search: { client: clientId, tab: 'client' }, replace: true });
  };
  const openNotice = ({ client, eventId }: Notice) => {
    if (client !== null) choose(client.id, [eventId]);
  };
  const [firstMarked] = marked;
  useEffect(() => {
    if (firstMarked !== undefined)
      document.getElementById(`event-${firstMarked}`)?.scrollIntoView({ block: 'center' });
  }, [firstMarked]);
  const openTask = (task: WorkTask, answer: Answer | null = null) =>
    setOpened({ kind: 'answer', task, answer });
  const act = (action: QuickAction) => {
    if (chosen !== undefined) setOpened({ kind: action, clientId: chosen });
  };
  const onKey = (key: TriageKey) => {
    if (key === '/') return searchBox.current?.focus();
    if (key === 'e') return act('draft');
    if (key === 'n') return act('task');
    if (key === '!') return act('escalate');
    if (key === 'j' || key === 'k') {
      const next = neighbour(
        clients.map(({ id }) => id),
        chosen,
        key === 'j' ? 1 : -1,
      );
      return next === undefined ? undefined : choose(next);
    }
    if (top === undefined) return;
    const answers = { a: null, m: 'modify', d: 'defer', x: 'dismiss' } as const;
    openTask(top, answers[key]);
  };
  useTriageKeys(onKey);
  const at = (name: typeof tab) => (tab === name ? '' : 'max-md:hidden');
  return (
    <div className="md:grid md:h-dvh md:grid-cols-[296px_minmax(0,1fr)] lg:grid-cols-[296px_minmax(0,1fr)_344px]">
      <Tabs tab={tab} />
      <aside
        aria-label={t('list.title')}
        className={`flex min-h-0 flex-col border-r border-line max-md:h-[calc(100dvh-7rem)] ${at('clients')}`}
      >
        <FilterBar filter={filter} onFilter={setFilter} searchBox={searchBox} />
        <ClientList
          query={list}
          clients={clients}
          chosen={chosen}
          onlookers={onlookers}
          narrowed={!sameFilter(filter, EVERYBODY)}
          now={now}
          onChoose={(clientId) => choose(clientId)}
        />
      </aside>
      <div className={`min-h-0 overflow-y-auto px-6 py-5 max-md:px-4 ${at('client')}`}>
        {chosen === undefined ? (
          list.isSuccess ? (
            <EmptyState title={t('list.empty')} text={t('list.empty_text')} />
          ) : null
        ) : (
          <ClientPage
            key={chosen}
            clientId={chosen}
            link={link}
            onlookers={onlookers[chosen] ?? []}
            now={now}
            marked={marked}
            onTask={(task) => openTask(task)}
            onAction={act}
          />
        )}
      </div>
      <aside
        aria-label={t('today')}
        className={`grid content-start gap-6 overflow-y-auto border-l border-line p-4 md:max-lg:col-span-2 md:max-lg:border-t ${at('today')}`}
      >
        <SummaryCard now={now} onEvidence={choose} />
        <TaskList now={now} onTask={(task) => openTask(task)} />
        <RoleCard view={view} onView={setView} onFilter={setFilter} />
        <Notices now={now} client={clients.find(({ id }) => id === chosen) ?? null} onNotice={openNotice} />
        <KeysHelp />
        <CoachTip />
      </aside>
      <WorkspaceDialog opened={opened} onOpen={setOpened} />
    </div>
  );
}
