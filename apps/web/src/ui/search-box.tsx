import { Search } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { classes } from './classes';
import { Input } from './field';

interface SearchBoxProps {
  /** Read aloud, and shown while nothing is typed. */
  label: string;
  value: string;
  onChange: (text: string) => void;
  /** Of the box: how wide it is. */
  className?: string;
  ref?: Ref<HTMLInputElement>;
  /** Stands at its right end: the key that leads here. */
  children?: ReactNode;
}

/** A box for a name or a few words to look for. */
export function SearchBox({ label, value, onChange, className, ref, children }: SearchBoxProps) {
  return (
    <div className={classes('relative', className)}>
      <Search className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-3" />
      <Input
        ref={ref}
        type="search"
        aria-label={label}
        placeholder={label}
        maxLength={120}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={classes('pl-9', children !== undefined && 'pr-8')}
      />
      {children}
    </div>
  );
}
