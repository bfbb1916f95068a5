import { addTexts } from '@/i18n';
import en from '@/i18n/en/deals.json';
import zh from '@/i18n/zh/deals.json';

addTexts('deals', zh, en);
