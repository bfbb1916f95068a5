import { addTexts } from '@/i18n';
import en from '@/i18n/en/deals.json';
import zh from '@/i18n/zh/deals.json';

addTexts('deals', zh, en);

export { CareScreen } from './components/care-screen';
export { ContactRoute } from './components/contact-screen';
export { DealRoute } from './components/deal-screen';
export { DealsScreen } from './components/deals-screen';
export { ImportScreen } from './components/import-screen';
export { MailScreen } from './components/mail-screen';
export { SettingsScreen } from './components/settings-screen';
