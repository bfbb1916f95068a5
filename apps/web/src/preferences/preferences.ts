import { useSyncExternalStore } from 'react';

export type ThemeChoice = 'light' | 'dark' | 'system';

const KEY = 'tokenholic.';
const listeners = new Set<() => void>();

function read(name: string): string | null {
  try {
    return localStorage.getItem(KEY + name);
  } catch {
    return null; // private windows may forbid storage: the choice then lasts as long as the page
  }
}

function write(name: string, value: string): void {
  try {
    localStorage.setItem(KEY + name, value);
  } catch {
    // Not kept; still applied below.
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The theme in force. */
export function useTheme(): 'light' | 'dark' {
  return useSyncExternalStore(subscribe, () =>
    document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light',
  );
}

export function setTheme(theme: 'light' | 'dark'): void {
  document.documentElement.dataset.theme = theme;
  write('theme', theme);
}

export function setTextSize(percent: number): void {
  document.documentElement.style.fontSize = `${percent}%`;
  write('textSize', String(percent));
}

export function storedLanguage(): string | null {
  return read('language');
}

export function storeLanguage(language: string): void {
  document.documentElement.lang = language;
  write('language', language);
}

/** The view of the workspace chosen last; null: that of one's role. */
export const storedWorkspaceView = (): string | null => read('workspace-view') || null;

export function storeWorkspaceView(name: string | null): void {
  write('workspace-view', name ?? '');
}
