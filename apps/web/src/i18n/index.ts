import type { Language, LocalizedText } from '@tokenholic/contracts';
import i18n from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { storedLanguage, storeLanguage } from '@/preferences/preferences';
import enBattleMap from './en/battle-map.json';
import enShell from './en/shell.json';
import zhBattleMap from './zh/battle-map.json';
import zhShell from './zh/shell.json';

const first = storedLanguage() ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');

void i18n.use(initReactI18next).init({
  lng: first,
  fallbackLng: 'en',
  defaultNS: 'shell',
  interpolation: { escapeValue: false },
  resources: {
    zh: { shell: zhShell, map: zhBattleMap },
    en: { shell: enShell, map: enBattleMap },
  },
});

/** Adds a feature's texts when the feature is loaded, so that the first screen does not carry those of all. */
export function addTexts(namespace: string, zh: object, en: object): void {
  i18n.addResourceBundle('zh', namespace, zh);
  i18n.addResourceBundle('en', namespace, en);
}

export function useLanguage(): Language {
  return useTranslation().i18n.language === 'zh' ? 'zh' : 'en';
}

export function setLanguage(language: Language): void {
  storeLanguage(language);
  void i18n.changeLanguage(language);
}

/** Text that comes in both languages from the server. */
export function useLocal(): (text: LocalizedText) => string {
  const language = useLanguage();
  return (text) => text[language];
}
