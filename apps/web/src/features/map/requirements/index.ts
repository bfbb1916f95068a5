import { addTexts } from '@/i18n';
import en from '@/i18n/en/requirements.json';
import zh from '@/i18n/zh/requirements.json';

addTexts('requirements', zh, en);

export { RequirementsRoute } from './requirements-screen';
