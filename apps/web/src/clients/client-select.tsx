import { ChevronsUpDown } from 'lucide-react';
import { type ComponentProps, lazy, Suspense, useState } from 'react';
import { classes } from '@/ui/classes';
import { BOX, Field } from '@/ui/field';
import { useClient } from './use-clients';

const ClientSearch = lazy(() => import('./client-search'));

interface ClientSelectProps {
  label: string;
  /** What stands there while none is chosen, and how to get back to that. */
  none: string;
  /** Empty: none. */
  value: string;
  onChange: (clientId: string) => void;
}

/** One of the clients one may see, found by typing, or none. The list is loaded when it is first opened. */
export function ClientSelect({ label, none, value, onChange }: ClientSelectProps) {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const chosen = useClient(value);
  // Gone, or not for this person: the id says more than nothing.
  const shown = value === '' ? none : (chosen.data?.name ?? (chosen.isError ? value : '…'));
  const turn = (next: boolean) => {
    setOpen(next);
    setWanted(true);
  };
  return (
    <Field label={label}>
      {(ids) => {
        const box = <Box {...ids} expanded={open} text={shown} />;
        if (!wanted) return <Box {...ids} expanded={false} text={shown} onClick={() => turn(true)} />;
        return (
          <Suspense fallback={box}>
            <ClientSearch {...{ label, none, value, open }} trigger={box} onOpen={turn} onChoose={onChange} />
          </Suspense>
        );
      }}
    </Field>
  );
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
