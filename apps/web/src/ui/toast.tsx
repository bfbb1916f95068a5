import { lazy, Suspense, useSyncExternalStore } from 'react';

const Toaster = lazy(async () => ({ default: (await import('sonner')).Toaster }));

let isWanted = false;
const listeners = new Set<() => void>();

/** What can be done about it right there. */
export interface ToastAction {
  label: string;
  onClick: () => void;
}

async function show(
  kind: 'success' | 'warning' | 'error' | 'info',
  text: string,
  action?: ToastAction,
): Promise<void> {
  isWanted = true;
  for (const listener of listeners) listener();
  const { toast: shown } = await import('sonner');
  shown[kind](text, action === undefined ? {} : { action });
}

/** Short words at the edge of the screen. The code behind them is loaded with the first. */
export const toast = {
  success: (text: string, action?: ToastAction) => void show('success', text, action),
  warning: (text: string, action?: ToastAction) => void show('warning', text, action),
  error: (text: string, action?: ToastAction) => void show('error', text, action),
  plain: (text: string, action?: ToastAction) => void show('info', text, action),
};

/** Where the words appear; stands once at the root. */
export function Toasts() {
  const wanted = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isWanted,
  );
  return wanted ? (
    <Suspense>
      <Toaster
        position="bottom-center"
        toastOptions={{ className: '!bg-ink !text-paper !border-ink !font-sans' }}
      />
    </Suspense>
  ) : null;
}
