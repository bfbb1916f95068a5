import { addTexts } from '@/i18n';
import en from '@/i18n/en/map-details.json';
import zh from '@/i18n/zh/map-details.json';

// Texts of what is opened from a map; the map itself is seen without them.
addTexts('map', zh, en);
