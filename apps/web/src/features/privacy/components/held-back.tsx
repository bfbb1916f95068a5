import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { useLocal } from '@/i18n';
import { ErrorState } from '@/ui/states';

/** Why an export is not there yet: somebody has to agree first, with the way to the request; or what else went wrong. */
export function HeldBack({ error }: { error: Error }) {
  const { t } = useTranslation('privacy');
  const local = useLocal();
  if (!(error instanceof ApiError) || error.code !== 'approvals.held_back')
    return <ErrorState error={error} />;
  return (
    <output className="basis-full text-ink-2">
      {local(error.text)}{' '}
      <Link to="/approvals" search={{ view: 'asked' }} className="underline">
        {t('see_approval')}
      </Link>
    </output>
  );
}
