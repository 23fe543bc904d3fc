import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const long = Boolean(process.env.SHARDSCOPE_LONG);

/** Unit, property and recorded tests: plain Node, no page. `*.long.test.ts` run in `npm run test:long`. */
export default defineConfig({
  test: {
    environment: 'node',
    include: long ? ['src/**/*.long.test.ts'] : ['src/**/*.test.{ts,tsx}'],
    exclude: long ? [] : ['src/**/*.long.test.ts'],
    passWithNoTests: true,
    // One for each processor: left to itself it would leave one of two idle.
    maxWorkers: availableParallelism(),
    testTimeout: long ? 600_000 : 30_000,
    reporters: process.env.CI ? ['dot', 'json'] : ['default', 'json'],
    outputFile: { json: '.cache/vitest.json' },
  },
});
