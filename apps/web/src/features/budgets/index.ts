import { addTexts } from '@/i18n';
import en from '@/i18n/en/budgets.json';
import zh from '@/i18n/zh/budgets.json';

addTexts('budgets', zh, en);

export { BudgetsScreen } from './budgets-screen';
