import { ChevronsUpDown } from 'lucide-react';
import { type ComponentProps, useEffect, useState } from 'react';
import { classes } from '@/ui/classes';
import { BOX, Field } from '@/ui/field';
import { useClient } from './use-clients';

type Search = typeof import('./client-search').default;

interface ClientSelectProps {
  label: string;
  /** What stands there while none is chosen, and how to get back to that. */
  none: string;
  /** Empty: none. */
  value: string;
  onChange: (clientId: string) => void;
}

/** One of the clients one may see, found by typing, or none. The list is fetched once the page stands. */
export function ClientSelect({ label, none, value, onChange }: ClientSelectProps) {
  const [open, setOpen] = useState(false);
  const Search = useSearch();
  const chosen = useClient(value);
  // Gone, or not for this person: the id says more than nothing.
  const shown = value === '' ? none : (chosen.data?.name ?? (chosen.isError ? value : '…'));
  return (
    <Field label={label}>
      {(ids) => {
        const box = <Box {...ids} expanded={open} text={shown} />;
        if (Search === null)
          return <Box {...ids} expanded={open} text={shown} onClick={() => setOpen(true)} />;
        return (
          <Search {...{ label, none, value, open }} trigger={box} onOpen={setOpen} onChoose={onChange} />
        );
      }}
    </Field>
  );
}

/**
 * The list, null until it is here. Not by `lazy`: what it shows meanwhile stays for 300 ms at least, and whoever opens the
 * list and types at once would lose letters.
 */
function useSearch(): Search | null {
  const [found, setFound] = useState<{ search: Search } | { failure: unknown } | null>(null);
  useEffect(() => {
    let wanted = true;
    import('./client-search').then(
      ({ default: search }) => wanted && setFound({ search }),
      (failure: unknown) => wanted && setFound({ failure }),
    );
    return () => {
      wanted = false;
    };
  }, []);
  if (found !== null && 'failure' in found) throw found.failure;
  return found?.search ?? null;
}

interface BoxProps extends ComponentProps<'button'> {
  expanded: boolean;
  text: string;
}

function Box({ expanded, text, className, ...rest }: BoxProps) {
  return (
    <button
      type="button"
      role="combobox"
      aria-haspopup="listbox"
      aria-expanded={expanded}
      onKeyDown={(event) => {
        // As on a native select.
        if (event.key !== 'ArrowDown') return;
        event.preventDefault();
        event.currentTarget.click();
      }}
      {...rest}
      className={classes(BOX, 'flex h-9 items-center gap-2 text-left max-md:h-11', className)}
    >
      <span className="min-w-0 flex-1 truncate">{text}</span>
      <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-3" />
    </button>
  );
}
