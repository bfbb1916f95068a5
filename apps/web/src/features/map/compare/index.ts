import { addTexts } from '@/i18n';
import en from '@/i18n/en/compare.json';
import zh from '@/i18n/zh/compare.json';

addTexts('compare', zh, en);

export { CompareRoute } from './compare-screen';
