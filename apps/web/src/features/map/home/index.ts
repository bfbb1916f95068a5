import { addTexts } from '@/i18n';
import en from '@/i18n/en/home.json';
import zh from '@/i18n/zh/home.json';

addTexts('home', zh, en);

export { HomeScreen } from './components/home-screen';
