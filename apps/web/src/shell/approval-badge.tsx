import { useQuery } from '@tanstack/react-query';
import type { ApprovalCount } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { get } from '@/api/http';
import { useAllowed } from '@/api/session';

/** How many requests wait for the person's yes; nothing when none do. */
export function ApprovalBadge() {
  const { t } = useTranslation();
  const mayDecide = useAllowed('approval.use');
  const { data } = useQuery({
    queryKey: ['approvals', 'count'],
    queryFn: () => get<ApprovalCount>('/api/approvals/count'),
    enabled: mayDecide,
    refetchInterval: 30_000,
  });
  if (data === undefined || data.waiting === 0) return null;
  return (
    <span className="absolute -top-1 -right-1 grid h-4 min-w-4 place-items-center rounded-full bg-danger px-1 text-2xs font-semibold text-paper">
      <span aria-hidden>{data.waiting > 99 ? '99+' : data.waiting}</span>
      <span className="sr-only">{t('nav.approvals_wait', { count: data.waiting })}</span>
    </span>
  );
}
