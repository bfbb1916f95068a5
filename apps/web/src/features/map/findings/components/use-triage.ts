import { useEffect } from 'react';

export type TriageKey = 'next' | 'previous' | 'validate' | 'reject' | 'correct' | 'merge' | 'reopen';

const KEYS: Readonly<Record<string, TriageKey>> = {
  ...{ j: 'next', k: 'previous', v: 'validate', x: 'reject' },
  ...{ e: 'correct', m: 'merge', u: 'reopen' },
};

/** Judging without the mouse; keys typed into a field stay there. */
export function useTriage(onKey: (key: TriageKey) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (isTyping || event.metaKey || event.ctrlKey || event.altKey) return;
      const key = KEYS[event.key.toLowerCase()];
      if (key === undefined) return;
      onKey(key);
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });
}
