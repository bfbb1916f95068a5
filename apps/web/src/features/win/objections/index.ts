import { addTexts } from '@/i18n';
import en from '@/i18n/en/objections.json';
import zh from '@/i18n/zh/objections.json';

addTexts('objections', zh, en);

export { ObjectionsScreen } from './objections-screen';
