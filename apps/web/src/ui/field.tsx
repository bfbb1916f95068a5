import { type ComponentProps, type ReactNode, type SelectHTMLAttributes, useId } from 'react';
import { classes } from './classes';

interface FieldProps {
  label: string;
  help?: string | undefined;
  error?: string | undefined;
  hideLabel?: boolean;
  children: (ids: { id: string; 'aria-describedby': string; 'aria-invalid': boolean }) => ReactNode;
}

/** A label, what it labels, and help or error below it, tied together for screen readers. */
export function Field({ label, help, error, hideLabel, children }: FieldProps) {
  const id = useId();
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className={classes('text-xs font-medium text-ink-2', hideLabel && 'sr-only')}>
        {label}
      </label>
      {children({ id, 'aria-describedby': `${id}-hint`, 'aria-invalid': error !== undefined })}
      <p
        id={`${id}-hint`}
        className={classes('text-xs', error === undefined ? 'text-ink-3' : 'text-danger')}
        role={error === undefined ? undefined : 'alert'}
      >
        {error ?? help}
      </p>
    </div>
  );
}

/** How a box looks into which one writes or chooses. */
export const BOX =
  'w-full rounded-control border border-line-strong bg-surface px-3 text-ink placeholder:text-ink-3 aria-invalid:border-danger';

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={classes(BOX, 'h-9 max-md:h-11', className)} {...rest} />;
}

export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea className={classes(BOX, 'min-h-20 py-2', className)} {...rest} />;
}

export function Select({ className, ...rest }: SelectHTMLAttributes<HTMLSelectElement>) {
  return <select className={classes(BOX, 'h-9 max-md:h-11', className)} {...rest} />;
}
