import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '@/api/session';
import { useLanguage } from '@/i18n';

/** Tells an administrator until when two-step sign-in must be on, and where to switch it on. */
export function SecondStepNotice() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data } = useSession();
  if (data?.secondStepDue === undefined) return null;
  const due = new Date(data.secondStepDue);
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium' }).format(due);
  const text = due < new Date() ? t('second_step.over') : t('second_step.due', { date });
  return (
    <output className="block border-b border-line bg-sunken px-8 py-2 text-sm max-md:px-4">
      {text}{' '}
      <Link to="/account" className="font-medium underline">
        {t('second_step.open')}
      </Link>
    </output>
  );
}
