import { addTexts } from '@/i18n';
import en from '@/i18n/en/findings.json';
import zh from '@/i18n/zh/findings.json';

addTexts('findings', zh, en);

export { FindingsRoute } from './components/findings-route';
export { StoredPage } from './components/stored-page';
