import { addTexts } from '@/i18n';
import en from '@/i18n/en/profile.json';
import zh from '@/i18n/zh/profile.json';

addTexts('profile', zh, en);

export { ProfileRoute } from './profile-screen';
