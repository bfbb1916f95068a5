/**
 * Short words from one process to all others: "the log has grown", "forget who may do what". Best effort: whoever acts on
 * them must also find out without them, only later.
 */
export interface Announcements {
  /** Told to every other process, not to this one. */
  announce(subject: string): void;
  onAnnouncement(subject: string, listener: () => void): void;
  /** Called when something may have been missed. */
  onGap(listener: () => void): void;
  close(): Promise<void>;
}

export type MemoryHub = Set<(subject: string) => void>;

/** For the product in one process, and for several kits in one test. */
export function createMemoryAnnouncements(hub: MemoryHub = new Set()): Announcements {
  const listeners = new Listeners();
  const hear = (subject: string) => listeners.tell(subject);
  hub.add(hear);
  return {
    announce: (subject) => {
      for (const other of hub) if (other !== hear) queueMicrotask(() => other(subject));
    },
    onAnnouncement: (subject, listener) => listeners.add(subject, listener),
    onGap: () => {}, // nothing is ever missed inside one process
    close: async () => void hub.delete(hear),
  };
}

export class Listeners {
  private readonly bySubject = new Map<string, (() => void)[]>();

  add(subject: string, listener: () => void): void {
    this.bySubject.set(subject, [...(this.bySubject.get(subject) ?? []), listener]);
  }

  tell(subject: string): void {
    for (const listener of this.bySubject.get(subject) ?? []) listener();
  }
}
