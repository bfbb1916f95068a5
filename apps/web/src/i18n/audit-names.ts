import { useTranslation } from 'react-i18next';
import { addTexts } from '.';
import en from './en/audit-actions.json';
import zh from './zh/audit-actions.json';

addTexts('audit-actions', zh, en);

/** Names for the codes of the audit trail. A code of an earlier version that has none any more stands for itself. */
export function useAuditNames(): { action: (code: string) => string; topic: (code: string) => string } {
  const { t } = useTranslation('audit-actions');
  return {
    action: (code) => t(`action.${code}`, { defaultValue: code }),
    topic: (code) => t(`topic.${code}`, { defaultValue: code }),
  };
}
