import { useEffect, useRef } from 'react';

/** Keys of the workspace, as they are listed on the screen. */
export const TRIAGE_KEYS = ['j', 'k', '/', 'a', 'm', 'd', 'x', 'e', 'n', '!'] as const;
export type TriageKey = (typeof TRIAGE_KEYS)[number];

/** Calls back for a triage key, unless something is being typed or a dialog is open. */
export function useTriageKeys(onKey: (key: TriageKey) => void): void {
  const handler = useRef(onKey);
  handler.current = onKey;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { target } = event;
      const typing =
        target instanceof HTMLElement &&
        (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
      if (typing || event.metaKey || event.ctrlKey || event.altKey) return;
      if (document.querySelector('[role="dialog"]') !== null) return;
      const key = TRIAGE_KEYS.find((known) => known === event.key);
      if (key === undefined) return;
      event.preventDefault();
      handler.current(key);
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
