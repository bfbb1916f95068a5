import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Performance } from '@tokenholic/contracts';
import { useTranslation } from 'react-i18next';
import { get } from '@/api/http';
import { useAllowed } from '@/api/session';
import { useLocal } from '@/i18n';

/** The plainest suggestion of one's coach, with the way to all of them; nothing when there is none. */
export function CoachTip() {
  const { t } = useTranslation('copilot');
  const local = useLocal();
  const allowed = useAllowed('performance.own');
  const { data } = useQuery({
    queryKey: ['performance', 'self'],
    queryFn: () => get<Performance>('/api/performance'),
    enabled: allowed,
    staleTime: 60_000,
  });
  const tip = data?.suggestions.find(({ answer }) => answer === null);
  if (tip === undefined) return null;
  return (
    <p className="border-t border-line pt-3 text-xs text-ink-2">
      <strong className="font-semibold text-ink">{t('coach_tip')}</strong> {local(tip.reason)}{' '}
      <Link to="/performance" className="underline">
        {local(tip.title)}
      </Link>
    </p>
  );
}
