import { type ReactNode, useId } from 'react';

/** A titled part of the page. */
export function Section({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid min-w-0 gap-3">
      <h2 id={id} className="text-lg font-semibold">
        {title}
      </h2>
      <p className="max-w-[68ch] text-ink-2">{text}</p>
      {children}
    </section>
  );
}
