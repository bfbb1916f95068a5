import { addTexts } from '@/i18n';
import en from '@/i18n/en/personas.json';
import zh from '@/i18n/zh/personas.json';

addTexts('personas', zh, en);

export { CompareRoute } from './components/compare-screen';
export { PersonaRoute } from './components/persona-screen';
export { PersonasScreen } from './components/personas-screen';
