import { X } from 'lucide-react';
import { Dialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from './classes';

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  className?: string;
}

/** A modal dialog; on a phone it is a sheet at the bottom. */
export default function RadixDialog({ open, onClose, title, children, className }: DialogProps) {
  const { t } = useTranslation();
  return (
    <Primitive.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 bg-black/45" />
        <Primitive.Content
          aria-describedby={undefined}
          className={classes(
            'fixed z-50 grid max-h-[85dvh] gap-4 overflow-y-auto bg-surface p-5 shadow-overlay',
            'md:top-1/2 md:left-1/2 md:w-[560px] md:-translate-x-1/2 md:-translate-y-1/2 md:rounded-sheet',
            'max-md:inset-x-0 max-md:bottom-0 max-md:rounded-t-sheet',
            className,
          )}
        >
          {/* Stays in sight: a long sheet on a phone is closed from where one is. */}
          <div className="sticky top-0 z-10 -mx-5 -mt-5 flex items-start justify-between gap-4 bg-surface px-5 pt-5 pb-1">
            <Primitive.Title className="text-lg font-semibold">{title}</Primitive.Title>
            <Primitive.Close
              className="grid size-8 shrink-0 place-items-center rounded-control hover:bg-sunken max-md:size-11"
              aria-label={t('action.close')}
            >
              <X className="size-4" />
            </Primitive.Close>
          </div>
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
