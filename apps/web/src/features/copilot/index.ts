import { addTexts } from '@/i18n';
import en from '@/i18n/en/copilot.json';
import zh from '@/i18n/zh/copilot.json';

addTexts('copilot', zh, en);

export { WorkspaceRoute } from './components/workspace-route';
