import { useScreenKeys } from '@/shell/use-screen-keys';

/** Keys of the workspace, as they are listed on the screen. */
export const TRIAGE_KEYS = ['j', 'k', '/', 'a', 'm', 'd', 'x', 'e', 'n', '!'] as const;
export type TriageKey = (typeof TRIAGE_KEYS)[number];

/** Calls back for a triage key. */
export function useTriageKeys(onKey: (key: TriageKey) => void): void {
  useScreenKeys(TRIAGE_KEYS, onKey);
}
