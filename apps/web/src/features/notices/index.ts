import { addTexts } from '@/i18n';
import en from '@/i18n/en/notices.json';
import zh from '@/i18n/zh/notices.json';

addTexts('notices', zh, en);

export { NoticeSettingsScreen } from './settings-screen';
