import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/http';
import { useLocal } from '@/i18n';
import { toast } from '@/ui/toast';

/** Says at the edge of the screen what the server refused. */
export function useSaying(): (error: Error) => void {
  const { t } = useTranslation('personas');
  const local = useLocal();
  return (error) => toast.error(error instanceof ApiError ? local(error.text) : t('not_kept'));
}
