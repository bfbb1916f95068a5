import { lazy, Suspense } from 'react';
import type { DialogProps } from './radix-dialog';

const RadixDialog = lazy(() => import('./radix-dialog'));

/** A modal dialog; its code is loaded with the first one that opens. */
export function Dialog(props: DialogProps) {
  return props.open ? (
    <Suspense>
      <RadixDialog {...props} />
    </Suspense>
  ) : null;
}
