import { addTexts } from '@/i18n';
import en from '@/i18n/en/import.json';
import zh from '@/i18n/zh/import.json';

addTexts('import', zh, en);

export { ImportScreen } from './import-screen';
