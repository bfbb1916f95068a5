import type { Notice, NoticeLevel } from '@tokenholic/contracts';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type NoticeFilter, useNoticeHistory, useReadNotices } from '@/notices/api';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, Select } from '@/ui/field';
import { ErrorState, Skeleton } from '@/ui/states';
import { NoticeLine } from './notice-line';

const LEVELS: readonly NoticeLevel[] = ['critical', 'warning', 'info'];

interface NoticeCentreProps {
  now: Date;
  /** The client on the screen, to narrow the list to. */
  client: { id: string; name: string } | null;
  unread: number;
  onNotice: (notice: Notice) => void;
  onClose: () => void;
}

/** All notices a person may see: narrowed by level, client and what is unread; arrows move, R marks as read. */
export function NoticeCentre({ now, client, unread, onNotice, onClose }: NoticeCentreProps) {
  const { t } = useTranslation('copilot');
  const [filter, setFilter] = useState<NoticeFilter>({ level: null, clientId: null, unread: false });
  const history = useNoticeHistory(filter);
  const read = useReadNotices();
  const list = useRef<HTMLUListElement>(null);
  const items = history.data?.pages.flatMap((page) => page.items) ?? [];
  const onKey = (event: KeyboardEvent) => {
    const lines = [...(list.current?.querySelectorAll<HTMLElement>('[data-notice]') ?? [])];
    const at = lines.findIndex((line) => line.matches(':focus'));
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
    if (step !== undefined) lines[Math.max(0, Math.min(lines.length - 1, at + step))]?.focus();
    const id = lines[at]?.dataset.notice;
    if (event.key === 'r' && id !== undefined) read.mutate([id]);
    if (step !== undefined || event.key === 'r') event.preventDefault();
  };
  return (
    <Dialog open onClose={onClose} title={t('notice.history')}>
      <div className="flex flex-wrap items-end gap-x-3 gap-y-1">
        <div className="min-w-32 flex-1">
          <Field label={t('notice.level')}>
            {(ids) => (
              <Select
                {...ids}
                value={filter.level ?? ''}
                onChange={({ target }) =>
                  setFilter({ ...filter, level: LEVELS.find((level) => level === target.value) ?? null })
                }
              >
                <option value="">{t('notice.every_level')}</option>
                {LEVELS.map((level) => (
                  <option key={level} value={level}>
                    {t(`notice.${level}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <div className="min-w-32 flex-1">
          <Field label={t('notice.client')}>
            {(ids) => (
              <Select
                {...ids}
                value={filter.clientId ?? ''}
                onChange={({ target }) =>
                  setFilter({ ...filter, clientId: target.value === '' ? null : target.value })
                }
              >
                <option value="">{t('notice.every_client')}</option>
                {client === null ? null : <option value={client.id}>{client.name}</option>}
              </Select>
            )}
          </Field>
        </div>
        <Button
          className="mb-5"
          aria-pressed={filter.unread}
          variant={filter.unread ? 'primary' : 'outline'}
          onClick={() => setFilter({ ...filter, unread: !filter.unread })}
        >
          {t('notice.only_unread', { count: unread })}
        </Button>
        {unread === 0 ? null : (
          <Button
            className="mb-5"
            variant="ghost"
            disabled={read.isPending}
            onClick={() => read.mutate('all')}
          >
            {t('notice.read_all')}
          </Button>
        )}
      </div>
      {history.isError ? <ErrorState error={history.error} onRetry={() => void history.refetch()} /> : null}
      {read.isError ? <ErrorState error={read.error} onRetry={() => read.reset()} /> : null}
      {history.isPending ? <Skeleton className="h-40" /> : null}
      {history.isSuccess && items.length === 0 ? (
        <p className="py-6 text-center text-ink-3">{t('notice.nothing')}</p>
      ) : null}
      <ul ref={list} className="grid" onKeyDown={onKey} aria-label={t('notice.history')}>
        {items.map((notice) => (
          <NoticeLine
            key={notice.id}
            notice={notice}
            now={now}
            whole
            onNotice={() => onNotice(notice)}
            onRead={() => read.mutate([notice.id])}
          />
        ))}
      </ul>
      {history.hasNextPage ? (
        <Button onClick={() => void history.fetchNextPage()} disabled={history.isFetchingNextPage}>
          {t('notice.older')}
        </Button>
      ) : null}
      <p className="text-xs text-ink-3 max-md:hidden">{t('notice.keys')}</p>
    </Dialog>
  );
}
