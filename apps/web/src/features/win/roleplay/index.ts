import { addTexts } from '@/i18n';
import en from '@/i18n/en/roleplay.json';
import zh from '@/i18n/zh/roleplay.json';

addTexts('roleplay', zh, en);

export { RoleplayScreen } from './components/roleplay-screen';
