import { addTexts } from '@/i18n';
import en from '@/i18n/en/performance.json';
import zh from '@/i18n/zh/performance.json';

addTexts('performance', zh, en);

export { PerformanceScreen } from './performance-screen';
