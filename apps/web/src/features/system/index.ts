import { addTexts } from '@/i18n';
import en from '@/i18n/en/system.json';
import zh from '@/i18n/zh/system.json';

addTexts('system', zh, en);

export { SystemScreen } from './system-screen';
