/**
 * How long one transaction of a consumer may take. Readers of the log wait for every transaction that is under way, so that
 * a browser sees an event no sooner than the piece that was begun before it is over; and the embedded database has one
 * connection for everybody.
 */
const WANTED_MILLISECONDS = 30;
const FEWEST = 2;
const MOST = 100;
const FIRST = 8;

/** The size of the next piece, by how long the last one took; it at most doubles, since the next events may be dearer. */
export function nextSize(size: number, milliseconds: number): number {
  const fitting = Math.round((size * WANTED_MILLISECONDS) / Math.max(1, milliseconds));
  return Math.max(FEWEST, Math.min(MOST, size * 2, fitting));
}

/** Goes through batches in pieces that take about as long as wanted, on a fast machine and on a slow one. */
export function createPieces(now: () => number = () => performance.now()) {
  let size = FIRST;
  return {
    goThrough: async <T>(
      batch: readonly T[],
      handle: (piece: readonly T[]) => Promise<void>,
    ): Promise<void> => {
      for (let from = 0; from < batch.length; ) {
        const piece = batch.slice(from, from + size);
        const started = now();
        await handle(piece);
        from += piece.length;
        // A piece that was not full says nothing of a full one.
        if (piece.length === size || now() - started > WANTED_MILLISECONDS)
          size = nextSize(piece.length, now() - started);
      }
    },
  };
}
