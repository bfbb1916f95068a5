/** How often findings of a stated confidence are right. */
export interface Calibration {
  add(confidence: number, isRight: boolean): void;
  print(line: (text: string) => void): void;
}

const WIDTH = 0.1;
const BINS = Math.round(1 / WIDTH);

/** Bins of a tenth: stated confidence on average, beside the share of right findings; the gap is weighed by how many there are. */
export function createCalibration(): Calibration {
  const bins = Array.from({ length: BINS }, () => ({ stated: 0, right: 0, count: 0 }));
  return {
    add(confidence, isRight) {
      const bin = bins[Math.min(BINS - 1, Math.floor(confidence / WIDTH))];
      if (bin === undefined) return;
      bin.stated += confidence;
      bin.right += isRight ? 1 : 0;
      bin.count += 1;
    },
    print(line) {
      const total = bins.reduce((sum, { count }) => sum + count, 0);
      let gap = 0;
      for (const [index, { stated, right, count }] of bins.entries()) {
        if (count === 0) continue;
        gap += Math.abs(stated - right) / Math.max(1, total);
        line(
          `  ${(index * WIDTH).toFixed(1)}–${((index + 1) * WIDTH).toFixed(1)}: ${count} findings, stated ${(stated / count).toFixed(2)}, right ${(right / count).toFixed(2)}`,
        );
      }
      line(`  mean gap ${gap.toFixed(3)} over ${total} findings`);
    },
  };
}
