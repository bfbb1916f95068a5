import { addTexts } from '@/i18n';
import en from '@/i18n/en/audit.json';
import zh from '@/i18n/zh/audit.json';

addTexts('audit', zh, en);

export { AuditScreen } from './audit-screen';
