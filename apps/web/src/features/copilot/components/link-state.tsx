import { useTranslation } from 'react-i18next';
import type { Link } from '../model/presence';

const COLOUR: Readonly<Record<Link, string>> = { live: 'bg-ok', polling: 'bg-warn', offline: 'bg-danger' };

/** Whether news comes at once, every half minute, or not at all. */
export function LinkState({ link }: { link: Link }) {
  const { t } = useTranslation();
  return (
    <output className="flex items-center gap-1.5 text-xs text-ink-3">
      <span aria-hidden className={`size-1.5 rounded-full ${COLOUR[link]}`} />
      {t(`state.${link}`)}
    </output>
  );
}
