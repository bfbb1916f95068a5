import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const BROWSER = ['e2e/**/*.test.ts'];
/** Functions without a world around them: no file leaves anything behind for the next. */
const PURE = [
  '{apps,packages,services}/**/{domain,model}/**/*.test.{ts,tsx}',
  'packages/presentation/src/{diagram,format,palette,scenario,skyline,treemap}/**/*.test.ts',
];

export default defineConfig({
  test: {
    // A slow machine is no failure.
    testTimeout: 180_000,
    hookTimeout: 600_000,
    // Tests in a browser wait most of the time: two files at once, even on two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    expect: { poll: { timeout: 60_000 } },
    exclude: ['**/node_modules/**', '**/dist/**'],
    projects: [
      // One process for many files: the product is loaded and the browser started once, not for each file.
      { extends: true, test: { name: 'browser', include: BROWSER, isolate: false } },
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      {
        extends: true,
        test: {
          name: 'product',
          include: ['{apps,packages,services,scripts}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/dist/**', ...PURE],
        },
      },
    ],
  },
});
