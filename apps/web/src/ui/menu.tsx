import { lazy, type ReactElement, Suspense, useState } from 'react';

/** A line to choose, or a heading between lines. */
export type MenuEntry = { text: string; onSelect: () => void; checked?: boolean } | { text: string };

export interface MenuProps {
  trigger: ReactElement;
  label: string;
  items: MenuEntry[];
}

const RadixMenu = lazy(() => import('./radix-menu'));

/** A menu behind a button; its code is loaded when it is first opened, and it opens with that click. */
export function Menu(props: MenuProps) {
  const [wanted, setWanted] = useState(false);
  if (wanted) {
    return (
      <Suspense fallback={props.trigger}>
        <RadixMenu {...props} />
      </Suspense>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside is what is pressed, by mouse or key
    // biome-ignore lint/a11y/useKeyWithClickEvents: a key on the button arrives here as a click
    <span className="contents" onClick={() => setWanted(true)}>
      {props.trigger}
    </span>
  );
}
