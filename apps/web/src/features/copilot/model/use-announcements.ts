import type { Notice } from '@tokenholic/contracts';
import { useEffect, useRef } from 'react';
import { useLocal } from '@/i18n';
import { toast } from '@/ui/toast';
import { ring } from './sound';

/** Says what came in since the screen was opened: a toast for warnings, a sound too when it is critical. */
export function useAnnouncements(
  notices: readonly Notice[] | undefined,
  onNotice: (notice: Notice) => void,
): void {
  const local = useLocal();
  const known = useRef<Set<string> | null>(null);
  const open = useRef(onNotice);
  open.current = onNotice;
  useEffect(() => {
    if (notices === undefined) return;
    const before = known.current;
    known.current = new Set(notices.map(({ id }) => id));
    // What was there when the screen opened is in the list, and no news.
    if (before === null) return;
    const fresh = notices.filter(
      (notice) => !before.has(notice.id) && !notice.read && notice.level !== 'info',
    );
    for (const notice of fresh) {
      const say = notice.level === 'critical' ? toast.error : toast.warning;
      say(`${notice.clientName} · ${local(notice.text)}`, {
        label: '→',
        onClick: () => open.current(notice),
      });
    }
    if (fresh.some(({ level }) => level === 'critical')) ring();
  }, [notices, local]);
}
