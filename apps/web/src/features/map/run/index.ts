import { addTexts } from '@/i18n';
import en from '@/i18n/en/run.json';
import zh from '@/i18n/zh/run.json';

addTexts('run', zh, en);

export { ClientRoute, RunRoute } from './components/routes';
