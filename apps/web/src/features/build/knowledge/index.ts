import { addTexts } from '@/i18n';
import en from '@/i18n/en/knowledge.json';
import zh from '@/i18n/zh/knowledge.json';

addTexts('knowledge', zh, en);

export { KnowledgeScreen } from './knowledge-screen';
