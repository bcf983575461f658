import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Some tests read all knowledge or start servers; a busy machine takes several times as long as a quiet one.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Many tests wait for real processes; on two cores four of them together take two thirds of the time.
    maxWorkers: Math.max(4, availableParallelism()),
  },
});
