import { useEffect, useRef } from 'react';

export const INBOX_KEYS = ['j', 'k', 'a', 'r', 'c', 'x'] as const;
export type InboxKey = (typeof INBOX_KEYS)[number];

/** Calls back for a key of the inbox, unless something is being typed or a dialog is open. */
export function useInboxKeys(onKey: (key: InboxKey) => void): void {
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
      const key = INBOX_KEYS.find((known) => known === event.key);
      if (key === undefined) return;
      event.preventDefault();
      handler.current(key);
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
