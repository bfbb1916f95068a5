import { DropdownMenu as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';

export function Menu({
  trigger,
  children,
  label,
}: {
  trigger: ReactNode;
  children: ReactNode;
  label: string;
}) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          aria-label={label}
          align="end"
          sideOffset={6}
          collisionPadding={8}
          className="z-50 min-w-48 rounded-card border border-line bg-surface p-1 shadow-overlay"
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

export function MenuItem({
  onSelect,
  children,
  checked,
}: {
  onSelect: () => void;
  children: ReactNode;
  checked?: boolean;
}) {
  return (
    <Primitive.Item
      onSelect={onSelect}
      className="flex min-h-9 cursor-pointer items-center gap-2 rounded-control px-2.5 text-sm outline-none data-highlighted:bg-sunken max-md:min-h-11"
    >
      {checked === undefined ? null : <span className="w-3 text-ok">{checked ? '✓' : ''}</span>}
      {children}
    </Primitive.Item>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return (
    <Primitive.Label className="px-2.5 pt-2 pb-1 text-2xs font-medium text-ink-3">{children}</Primitive.Label>
  );
}
