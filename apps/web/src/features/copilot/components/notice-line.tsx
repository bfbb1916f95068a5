import type { Notice } from '@tokenholic/contracts';
import { Check, Info, Siren, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLanguage, useLocal } from '@/i18n';
import { titleOf } from '@/notices/fresh';
import { shortAgo } from '../model/moments';

const LOOKS = {
  critical: { Icon: Siren, colour: 'text-danger' },
  warning: { Icon: TriangleAlert, colour: 'text-warn' },
  info: { Icon: Info, colour: 'text-info' },
};

interface NoticeLineProps {
  notice: Notice;
  now: Date;
  /** The whole text, on as many lines as it takes. */
  whole?: boolean;
  onNotice: () => void;
  onRead: () => void;
}

/** One notice: opening it leads to its event and makes it read; the tick only makes it read. */
export function NoticeLine({ notice, now, whole, onNotice, onRead }: NoticeLineProps) {
  const { t } = useTranslation('copilot');
  const language = useLanguage();
  const local = useLocal();
  const { Icon, colour } = LOOKS[notice.level];
  return (
    <li className="flex items-center">
      <button
        type="button"
        data-notice={notice.id}
        onClick={() => {
          if (!notice.read) onRead();
          onNotice();
        }}
        className="grid min-h-9 min-w-0 flex-1 grid-cols-[20px_minmax(0,1fr)_auto] items-center gap-2 rounded-control px-1 text-left hover:bg-sunken max-md:min-h-11"
      >
        <Icon className={`size-4 ${colour}`} aria-label={t(`notice.${notice.level}`)} />
        <span className={`${whole ? 'py-1' : 'truncate'} ${notice.read ? 'text-ink-3' : ''}`}>
          {notice.client === null ? `${t('notice.own')} · ` : ''}
          {titleOf(notice, local)}
        </span>
        <time dateTime={notice.at} className="text-xs text-ink-3">
          {shortAgo(notice.at, now, language)}
        </time>
      </button>
      <span className="grid size-9 shrink-0 place-items-center max-md:size-11">
        {notice.read ? null : (
          <button
            type="button"
            onClick={onRead}
            aria-label={t('notice.read_one', { title: titleOf(notice, local) })}
            title={t('notice.read_one_short')}
            className="grid size-full place-items-center rounded-control text-ink-3 hover:bg-sunken hover:text-ink"
          >
            <Check className="size-4" />
          </button>
        )}
      </span>
    </li>
  );
}
