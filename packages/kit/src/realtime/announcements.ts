/**
 * Short words from one process to all others: "the log has grown", "forget who may do what". Best effort: whoever acts on
 * them must also find out without them, only later.
 */
export interface Announcements {
  /** Told to every other process, not to this one. The subject is one word; `text` is what there is to say about it. */
  announce(subject: string, text?: string): void;
  onAnnouncement(subject: string, listener: (text: string) => void): void;
  /** Called when something may have been missed. */
  onGap(listener: () => void): void;
  close(): Promise<void>;
}

export type MemoryHub = Set<(subject: string, text: string) => void>;

/** For the product in one process, and for several kits in one test. */
export function createMemoryAnnouncements(hub: MemoryHub = new Set()): Announcements {
  const listeners = new Listeners();
  const hear = (subject: string, text: string) => listeners.tell(subject, text);
  hub.add(hear);
  return {
    announce: (subject, text = '') => {
      for (const other of hub) if (other !== hear) queueMicrotask(() => other(subject, text));
    },
    onAnnouncement: (subject, listener) => listeners.add(subject, listener),
    onGap: () => {}, // nothing is ever missed inside one process
    close: async () => void hub.delete(hear),
  };
}

export class Listeners {
  private readonly bySubject = new Map<string, ((text: string) => void)[]>();

  add(subject: string, listener: (text: string) => void): void {
    this.bySubject.set(subject, [...(this.bySubject.get(subject) ?? []), listener]);
  }

  tell(subject: string, text: string): void {
    for (const listener of this.bySubject.get(subject) ?? []) listener(text);
  }
}
