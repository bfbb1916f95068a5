import { addTexts } from '@/i18n';
import en from '@/i18n/en/settings.json';
import zh from '@/i18n/zh/settings.json';

addTexts('settings', zh, en);

export { SettingsScreen } from './settings-screen';
