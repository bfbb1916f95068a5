import { addTexts } from '@/i18n';
import en from '@/i18n/en/portfolio.json';
import zh from '@/i18n/zh/portfolio.json';

addTexts('portfolio', zh, en);

export { PortfolioScreen } from './components/portfolio-screen';
