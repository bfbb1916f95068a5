import { lazy, Suspense, useSyncExternalStore } from 'react';

const Toaster = lazy(async () => ({ default: (await import('sonner')).Toaster }));

let isWanted = false;
const listeners = new Set<() => void>();

async function show(kind: 'success' | 'error', text: string): Promise<void> {
  isWanted = true;
  for (const listener of listeners) listener();
  const { toast: shown } = await import('sonner');
  shown[kind](text);
}

/** Short words at the edge of the screen. The code behind them is loaded with the first. */
export const toast = {
  success: (text: string) => void show('success', text),
  error: (text: string) => void show('error', text),
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
