import type { Notice } from '@tokenholic/contracts';
import { useEffect, useRef } from 'react';
import { useLocal } from '@/i18n';
import { toast } from '@/ui/toast';
import { fresh, titleOf } from './fresh';
import { ring } from './sound';

/** Says what came in since the product was opened: a toast, a sound too when it is critical. */
export function useAnnouncements(
  notices: readonly Notice[] | undefined,
  onNotice: (notice: Notice) => void,
): void {
  const local = useLocal();
  const known = useRef<ReadonlySet<string> | null>(null);
  const open = useRef(onNotice);
  open.current = onNotice;
  useEffect(() => {
    if (notices === undefined) return;
    const { news, folded } = fresh(known.current, notices);
    known.current = new Set([...(known.current ?? []), ...notices.map(({ id }) => id)]);
    for (const notice of news) {
      const say = { critical: toast.error, warning: toast.warning, info: toast.plain }[notice.level];
      say(titleOf(notice, local), { label: '→', onClick: () => open.current(notice) });
    }
    if (folded > 0) toast.plain(`+${folded}`);
    if (news.some(({ level }) => level === 'critical')) ring();
  }, [notices, local]);
}
