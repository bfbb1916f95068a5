import { cva, type VariantProps } from 'class-variance-authority';
import type { ButtonHTMLAttributes } from 'react';
import { classes } from './classes';

const look = cva(
  'inline-flex items-center justify-center gap-2 rounded-control font-medium whitespace-nowrap transition-colors duration-100 disabled:opacity-45',
  {
    variants: {
      variant: {
        primary: 'bg-ink text-paper hover:bg-ink-2',
        outline: 'border border-line-strong bg-surface text-ink hover:bg-sunken',
        ghost: 'text-ink-2 hover:bg-sunken hover:text-ink',
        mark: 'bg-mark text-mark-ink hover:brightness-95',
        danger: 'border border-line-strong bg-surface text-danger hover:bg-sunken',
      },
      size: {
        small: 'h-8 px-2.5 text-xs',
        medium: 'h-9 px-3 max-md:h-11',
        large: 'h-12 px-5 text-base',
        icon: 'size-9 max-md:size-11',
      },
    },
    defaultVariants: { variant: 'outline', size: 'medium' },
  },
);

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & VariantProps<typeof look>;

export function Button({ variant, size, className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={classes(look({ variant, size }), className)} {...rest} />;
}

/** The same look for links. */
export const buttonLook = (options: VariantProps<typeof look>) => look(options);
