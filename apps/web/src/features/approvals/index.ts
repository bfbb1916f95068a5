import { addTexts } from '@/i18n';
import en from '@/i18n/en/approvals.json';
import zh from '@/i18n/zh/approvals.json';

addTexts('approvals', zh, en);

export { ApprovalsScreen } from './approvals-screen';
export { RulesScreen } from './rules-screen';
