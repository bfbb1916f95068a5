import { type ReactNode, useId } from 'react';

/** A titled card of a settings page. */
export function Section({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-3">
      <h2 id={id} className="text-lg font-semibold">
        {title}
      </h2>
      <div className="grid gap-4 rounded-card border border-line bg-surface p-4">
        {text === undefined ? null : <p className="max-w-[68ch] text-ink-2">{text}</p>}
        {children}
      </div>
    </section>
  );
}
