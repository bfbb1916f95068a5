import type { Notice } from '@tokenholic/contracts';
import { Bell, Info, Siren, TriangleAlert, Volume2, VolumeX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { ErrorState } from '@/ui/states';
import { useNoticeHistory, useNotices, useReadNotices } from '../api/workspace';
import { shortAgo } from '../model/moments';
import { setSoundOn, useSoundOn } from '../model/sound';

interface NoticesProps {
  now: Date;
  onNotice: (notice: Notice) => void;
}

const SHOWN = 4;

/** The newest unread notifications, the switch for sound, and the way to the whole history. */
export function Notices({ now, onNotice }: NoticesProps) {
  const { t } = useTranslation('copilot');
  const [open, setOpen] = useState(false);
  const sound = useSoundOn();
  const notices = useNotices();
  const read = useReadNotices();
  const unread = (notices.data?.items ?? []).filter((notice) => !notice.read);
  return (
    <section aria-label={t('notice.title')} className="grid gap-1">
      <div className="flex items-center gap-1">
        <h2 className="mr-auto font-semibold">
          {t('notice.title')} <span className="text-xs font-normal text-ink-3">{unread.length}</span>
        </h2>
        <Button
          variant="ghost"
          size="icon"
          aria-pressed={sound}
          aria-label={t('notice.sound')}
          title={t(sound ? 'notice.sound_on' : 'notice.sound_off')}
          onClick={() => setSoundOn(!sound)}
        >
          {sound ? <Volume2 className="size-4" /> : <VolumeX className="size-4" />}
        </Button>
        <Button variant="ghost" size="small" onClick={() => setOpen(true)}>
          <Bell className="size-4" aria-hidden /> {t('notice.all')}
        </Button>
        {unread.length === 0 ? null : (
          <Button
            variant="ghost"
            size="small"
            onClick={() => read.mutate(undefined)}
            disabled={read.isPending}
          >
            {t('notice.read_all')}
          </Button>
        )}
      </div>
      {notices.isError ? <ErrorState error={notices.error} onRetry={() => void notices.refetch()} /> : null}
      {notices.isSuccess && unread.length === 0 ? <p className="text-ink-3">{t('notice.none')}</p> : null}
      <ul className="grid">
        {unread.slice(0, SHOWN).map((notice) => (
          <NoticeLine key={notice.id} notice={notice} now={now} onNotice={() => onNotice(notice)} />
        ))}
      </ul>
      {open ? (
        <History
          now={now}
          onClose={() => setOpen(false)}
          onNotice={(notice) => {
            setOpen(false);
            onNotice(notice);
          }}
        />
      ) : null}
    </section>
  );
}

function History({ now, onNotice, onClose }: NoticesProps & { onClose: () => void }) {
  const { t } = useTranslation('copilot');
  const history = useNoticeHistory(true);
  const items = history.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Dialog open onClose={onClose} title={t('notice.history')}>
      {history.isError ? <ErrorState error={history.error} onRetry={() => void history.refetch()} /> : null}
      {history.isSuccess && items.length === 0 ? <p className="text-ink-3">{t('notice.none')}</p> : null}
      <ul className="grid">
        {items.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} now={now} onNotice={() => onNotice(notice)} />
        ))}
      </ul>
      {history.hasNextPage ? (
        <Button onClick={() => void history.fetchNextPage()} disabled={history.isFetchingNextPage}>
          {t('notice.older')}
        </Button>
      ) : null}
    </Dialog>
  );
}

const LOOKS = {
  critical: { Icon: Siren, colour: 'text-danger' },
  warning: { Icon: TriangleAlert, colour: 'text-warn' },
  info: { Icon: Info, colour: 'text-info' },
};

function NoticeLine({ notice, now, onNotice }: { notice: Notice; now: Date; onNotice: () => void }) {
  const { t } = useTranslation('copilot');
  const language = useLanguage();
  const local = useLocal();
  const { Icon, colour } = LOOKS[notice.level];
  return (
    <li>
      <button
        type="button"
        onClick={onNotice}
        className="grid min-h-9 w-full grid-cols-[20px_minmax(0,1fr)_auto] items-center gap-2 rounded-control px-1 text-left hover:bg-sunken max-md:min-h-11"
      >
        <Icon className={`size-4 ${colour}`} aria-label={t(`notice.${notice.level}`)} />
        <span className={`truncate ${notice.read ? 'text-ink-3' : ''}`}>
          {notice.clientName} · {local(notice.text)}
        </span>
        <time dateTime={notice.at} className="text-xs text-ink-3">
          {shortAgo(notice.at, now, language)}
        </time>
      </button>
    </li>
  );
}
