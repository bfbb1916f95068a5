import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { ApprovalView } from '@tokenholic/contracts';
import { ArrowLeft, Plus, Settings2, UserRoundX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClientRooms } from '@/api/realtime';
import { useLocal } from '@/i18n';
import { usePageTitle } from '@/shell/page-title';
import { Button, buttonLook } from '@/ui/button';
import { EmptyState, ErrorState, Skeleton } from '@/ui/states';
import { toast } from '@/ui/toast';
import { useApproval, useApproveTogether, useInbox } from './api';
import { AbsenceDialog } from './components/absence-dialog';
import type { Decision } from './components/decision-form';
import { Detail } from './components/detail';
import { InboxRow } from './components/inbox-row';
import { RequestDialog } from './components/request-dialog';
import { INBOX_KEYS, type InboxKey, useInboxKeys } from './model/use-inbox-keys';

const route = getRouteApi('/approvals');
const VIEWS: readonly ApprovalView[] = ['mine', 'asked', 'open', 'closed'];
const NONE: ReadonlySet<string> = new Set();

/** The inbox of approvals: what waits for one's yes, and what became of what one asked for. */
export function ApprovalsScreen() {
  const { t } = useTranslation('approvals');
  usePageTitle(t('title'));
  const navigate = useNavigate();
  const queries = useQueryClient();
  const local = useLocal();
  const { view = 'mine', id } = route.useSearch();
  const inbox = useInbox(view);
  const items = inbox.data?.pages.flatMap((page) => page.items) ?? [];
  const [decision, setDecision] = useState<Decision | null>(null);
  const [chosen, setChosen] = useState(NONE);
  const [dialog, setDialog] = useState<'ask' | 'away' | null>(null);
  const together = useApproveTogether();
  // On a desk the most pressing one is open to begin with; on a phone the list comes first.
  const shown = id ?? items[0]?.id;
  const approval = useApproval(shown);
  const rooms = [...new Set(items.flatMap(({ clientId }) => clientId ?? []))].slice(0, 60).sort();
  useClientRooms(rooms.join(','), ({ topic }) => {
    if (topic === 'approval_events') void queries.invalidateQueries({ queryKey: ['approvals'] });
  });
  const open = (next: string | undefined, to: ApprovalView = view) => {
    setDecision(null);
    void navigate({ to: '/approvals', search: { view: to, ...(next === undefined ? {} : { id: next }) } });
  };
  useEffect(() => {
    if (id !== undefined) document.getElementById(`approval-${id}`)?.scrollIntoView({ block: 'nearest' });
  }, [id]);
  const toggle = (one: string) =>
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(one)) after.add(one);
      return after;
    });
  useInboxKeys((key: InboxKey) => {
    const at = items.findIndex((one) => one.id === shown);
    if (key === 'j' || key === 'k') {
      const next = items[at + (key === 'j' ? 1 : -1)];
      return next === undefined ? undefined : open(next.id);
    }
    const card = items[at];
    if (card?.mayDecide !== true) return;
    if (key === 'x') return card.risk === 'low' ? toggle(card.id) : undefined;
    setDecision(({ a: 'approve', r: 'reject', c: 'changes' } as const)[key]);
  });
  const approveChosen = () =>
    together.mutate([...chosen], {
      onSuccess: ({ approved, left }) => {
        setChosen(NONE);
        const [first] = left;
        if (first === undefined) toast.success(t('bulk.done', { count: approved }));
        else
          toast.warning(
            t('bulk.partly', { count: approved, title: local(first.title), why: local(first.why) }),
          );
      },
    });
  return (
    <div className="md:grid md:h-dvh md:grid-cols-[380px_minmax(0,1fr)]">
      <section
        aria-label={t('title')}
        className={`flex min-h-0 flex-col border-r border-line ${id === undefined ? '' : 'max-md:hidden'}`}
      >
        <header className="grid gap-3 border-b border-line px-4 pt-5 pb-3">
          <div className="flex flex-wrap items-center gap-2">
            <h1 className="flex-1 text-xl font-semibold">{t('title')}</h1>
            <Button
              size="icon"
              aria-label={t('ask.title')}
              title={t('ask.title')}
              onClick={() => setDialog('ask')}
            >
              <Plus className="size-4" />
            </Button>
            <Button
              size="icon"
              aria-label={t('away.title')}
              title={t('away.title')}
              onClick={() => setDialog('away')}
            >
              <UserRoundX className="size-4" />
            </Button>
            <Link
              to="/approvals/rules"
              aria-label={t('rules.title')}
              title={t('rules.title')}
              className={buttonLook({ size: 'icon' })}
            >
              <Settings2 className="size-4" />
            </Link>
          </div>
          <nav aria-label={t('views')} className="flex gap-1 overflow-x-auto">
            {VIEWS.map((one) => (
              <button
                key={one}
                type="button"
                aria-current={one === view ? 'page' : undefined}
                onClick={() => open(undefined, one)}
                className="h-8 rounded-control px-2.5 text-xs whitespace-nowrap text-ink-2 hover:bg-sunken aria-[current]:bg-ink aria-[current]:text-paper max-md:h-11"
              >
                {t(`view.${one}`)}
              </button>
            ))}
          </nav>
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto">
          {inbox.isPending ? <Skeleton className="m-4 h-40" /> : null}
          {inbox.isError ? (
            <div className="p-4">
              <ErrorState error={inbox.error} onRetry={() => void inbox.refetch()} />
            </div>
          ) : null}
          {inbox.isSuccess && items.length === 0 ? (
            <div className="p-4">
              <EmptyState title={t(`empty.${view}`)} text={t(`empty.${view}_text`)} />
            </div>
          ) : null}
          <ul>
            {items.map((card) => (
              <InboxRow
                key={card.id}
                card={card}
                open={card.id === shown}
                chosen={view === 'mine' && card.risk === 'low' && card.mayDecide ? chosen.has(card.id) : null}
                onOpen={() => open(card.id)}
                onChoose={() => toggle(card.id)}
              />
            ))}
          </ul>
          {inbox.hasNextPage ? (
            <Button className="m-4" onClick={() => void inbox.fetchNextPage()}>
              {t('more')}
            </Button>
          ) : null}
        </div>
        {chosen.size > 0 ? (
          <div className="flex items-center gap-2 border-t border-line bg-surface p-3 max-md:mb-16">
            <span className="flex-1">{t('bulk.chosen', { count: chosen.size })}</span>
            <Button variant="mark" disabled={together.isPending} onClick={approveChosen}>
              {t('bulk.do')}
            </Button>
            <Button variant="ghost" onClick={() => setChosen(NONE)}>
              {t('bulk.clear')}
            </Button>
          </div>
        ) : null}
        <p className="flex flex-wrap gap-x-3 gap-y-1 border-t border-line px-4 py-2 text-2xs text-ink-3 max-md:hidden">
          {INBOX_KEYS.map((key) => (
            <span key={key}>
              <kbd className="rounded-tile border border-line px-1">{key}</kbd> {t(`keys.${key}`)}
            </span>
          ))}
        </p>
      </section>
      <section
        aria-label={t('one')}
        className={`min-h-0 overflow-y-auto px-8 py-6 max-md:px-4 ${id === undefined ? 'max-md:hidden' : ''}`}
      >
        <Button variant="ghost" className="mb-3 md:hidden" onClick={() => open(undefined)}>
          <ArrowLeft className="size-4" /> {t('back')}
        </Button>
        {shown === undefined ? null : approval.isError ? (
          <ErrorState error={approval.error} onRetry={() => void approval.refetch()} />
        ) : approval.data === undefined ? (
          <Skeleton className="h-80" />
        ) : (
          <Detail key={shown} approval={approval.data} decision={decision} onDecision={setDecision} />
        )}
      </section>
      {dialog === 'ask' ? (
        <RequestDialog
          onClose={() => setDialog(null)}
          onAsked={(made) => {
            setDialog(null);
            open(made, 'asked');
          }}
        />
      ) : null}
      {dialog === 'away' ? <AbsenceDialog onClose={() => setDialog(null)} /> : null}
    </div>
  );
}
