import { addTexts } from '@/i18n';
import en from '@/i18n/en/battlecards.json';
import zh from '@/i18n/zh/battlecards.json';

addTexts('battlecards', zh, en);

export { BattlecardsScreen } from './battlecards-screen';
