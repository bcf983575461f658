import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // Many tests wait for real processes; on two cores four of them together take two thirds of the time.
    maxWorkers: Math.max(4, availableParallelism()),
  },
});
