/**
 * Lets readers of the same thing share one read. Who asks while a read is under way waits for the next one, which begins
 * after the question: nobody is given what was read before they asked, so a change one has just made is always seen.
 */
export function shareReads<T>(read: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const running = new Map<string, Promise<T>>();
  const next = new Map<string, Promise<T>>();
  const start = (key: string): Promise<T> => {
    const reading = read(key).finally(() => {
      if (running.get(key) === reading) running.delete(key);
    });
    running.set(key, reading);
    return reading;
  };
  return (key) => {
    const current = running.get(key);
    if (current === undefined) return start(key);
    const waiting = next.get(key);
    if (waiting !== undefined) return waiting;
    const begin = () => {
      next.delete(key);
      return start(key);
    };
    const following = current.then(begin, begin);
    next.set(key, following);
    return following;
  };
}
