import { useEffect, useRef } from 'react';

/** Calls back for one of a screen's own keys, unless something is being typed or a dialog is open. */
export function useScreenKeys<K extends string>(keys: readonly K[], onKey: (key: K) => void): void {
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
      const key = keys.find((known) => known === event.key);
      if (key === undefined) return;
      event.preventDefault();
      handler.current(key);
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [keys]);
}
