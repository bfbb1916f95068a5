import { Link } from '@tanstack/react-router';
import type { Notice } from '@tokenholic/contracts';
import { Bell, Settings2, Volume2, VolumeX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNotices, useReadNotices } from '@/notices/api';
import { setSoundOn, useSoundOn } from '@/notices/sound';
import { Button, buttonLook } from '@/ui/button';
import { ErrorState } from '@/ui/states';
import { NoticeCentre } from './notice-centre';
import { NoticeLine } from './notice-line';

interface NoticesProps {
  now: Date;
  client: { id: string; name: string } | null;
  onNotice: (notice: Notice) => void;
}

const SHOWN = 4;

/** The newest unread notices, the switch for sound, and the way to the whole history and to the settings. */
export function Notices({ now, client, onNotice }: NoticesProps) {
  const { t } = useTranslation('copilot');
  const [open, setOpen] = useState(false);
  const sound = useSoundOn();
  const notices = useNotices();
  const read = useReadNotices();
  const all = notices.data?.unread ?? 0;
  const unread = (notices.data?.items ?? []).filter((notice) => !notice.read);
  return (
    <section aria-label={t('notice.title')} className="grid gap-1">
      <div className="flex items-center">
        <h2 className="mr-auto font-semibold">
          {t('notice.title')} <span className="text-xs font-normal text-ink-3">{all}</span>
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
        <Link
          to="/settings/notices"
          aria-label={t('notice.settings')}
          title={t('notice.settings')}
          className={buttonLook({ variant: 'ghost', size: 'icon' })}
        >
          <Settings2 className="size-4" />
        </Link>
        <Button variant="ghost" size="small" onClick={() => setOpen(true)}>
          <Bell className="size-4" aria-hidden /> {t('notice.all')}
        </Button>
        {all === 0 ? null : (
          <Button variant="ghost" size="small" onClick={() => read.mutate('all')} disabled={read.isPending}>
            {t('notice.read_all')}
          </Button>
        )}
      </div>
      {notices.isError ? <ErrorState error={notices.error} onRetry={() => void notices.refetch()} /> : null}
      {notices.isSuccess && all === 0 ? <p className="text-ink-3">{t('notice.none')}</p> : null}
      <ul className="grid">
        {unread.slice(0, SHOWN).map((notice) => (
          <NoticeLine
            key={notice.id}
            notice={notice}
            now={now}
            onNotice={() => onNotice(notice)}
            onRead={() => read.mutate([notice.id])}
          />
        ))}
      </ul>
      {open ? (
        <NoticeCentre
          now={now}
          client={client}
          unread={all}
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
