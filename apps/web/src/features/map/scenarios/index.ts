import { addTexts } from '@/i18n';
import en from '@/i18n/en/scenarios.json';
import zh from '@/i18n/zh/scenarios.json';

addTexts('scenarios', zh, en);

export { ScenariosRoute } from './scenarios-screen';
