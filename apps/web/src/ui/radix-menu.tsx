import { DropdownMenu as Primitive } from 'radix-ui';
import type { MenuProps } from './menu';

export default function RadixMenu({ trigger, label, items }: MenuProps) {
  return (
    <Primitive.Root defaultOpen>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          aria-label={label}
          align="end"
          sideOffset={6}
          collisionPadding={8}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 overflow-y-auto rounded-card border border-line bg-surface p-1 shadow-overlay"
        >
          {items.map((item) =>
            'onSelect' in item ? (
              <Primitive.Item
                key={item.text}
                onSelect={item.onSelect}
                className="flex min-h-9 cursor-pointer items-center gap-2 rounded-control px-2.5 text-sm outline-none data-highlighted:bg-sunken max-md:min-h-11"
              >
                {item.checked === undefined ? null : (
                  <span className="w-3 text-ok">{item.checked ? '✓' : ''}</span>
                )}
                {item.text}
              </Primitive.Item>
            ) : (
              <Primitive.Label key={item.text} className="px-2.5 pt-2 pb-1 text-2xs font-medium text-ink-3">
                {item.text}
              </Primitive.Label>
            ),
          )}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
