import { beforeEach, describe } from 'vitest';
import { sharedCacheContract } from './shared-cache.contract.ts';
import { createMemorySharedCache, type SharedCache } from './shared-cache.ts';

describe('shared cache in memory', () => {
  let clock = 0;
  let cache: SharedCache;
  beforeEach(() => {
    cache = createMemorySharedCache(100, () => clock);
  });
  sharedCacheContract(
    () => cache,
    async (milliseconds) => {
      clock += milliseconds;
    },
  );
});
