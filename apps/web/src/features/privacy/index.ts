import { addTexts } from '@/i18n';
import en from '@/i18n/en/privacy.json';
import zh from '@/i18n/zh/privacy.json';

addTexts('privacy', zh, en);

export { ConsentsScreen } from './consents-screen';
export { ContactDataScreen } from './contact-data-screen';
export { PrivacyScreen } from './privacy-screen';
