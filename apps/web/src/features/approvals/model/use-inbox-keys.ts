import { useScreenKeys } from '@/shell/use-screen-keys';

export const INBOX_KEYS = ['j', 'k', 'a', 'r', 'c', 'x'] as const;
export type InboxKey = (typeof INBOX_KEYS)[number];

/** Calls back for a key of the inbox. */
export function useInboxKeys(onKey: (key: InboxKey) => void): void {
  useScreenKeys(INBOX_KEYS, onKey);
}
