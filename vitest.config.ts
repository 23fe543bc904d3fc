import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const isLong = Boolean(process.env.SHARDSCOPE_LONG);
/** Floors that keep nothing between calls: their tests can share what is loaded. */
const PURE = ['engine', 'aws', 'lab', 'sandbox', 'projections', 'lessons', 'cli'];
const ending = isLong ? '*.long.test.ts' : '*.test.{ts,tsx}';

/** Unit, property and recorded tests: plain Node, no page. `*.long.test.ts` run in `npm run test:long`. */
export default defineConfig({
  test: {
    passWithNoTests: true,
    // One for each processor: left to itself it would leave one of two idle.
    maxWorkers: availableParallelism(),
    reporters: process.env.CI ? ['dot', 'json'] : ['default', 'json'],
    outputFile: { json: '.cache/vitest.json' },
    projects: [
      of('pure', { include: PURE.map((floor) => `src/${floor}/**/${ending}`), isolate: false }),
      of('other', {
        include: [`src/**/${ending}`],
        exclude: PURE.map((floor) => `src/${floor}/**`),
      }),
    ],
  },
});

function of(name: string, test: { include: string[]; exclude?: string[]; isolate?: boolean }) {
  const exclude = [...(test.exclude ?? []), ...(isLong ? [] : ['**/*.long.test.ts'])];
  const testTimeout = isLong ? 600_000 : 30_000;
  return { extends: true as const, test: { ...test, name, exclude, testTimeout } };
}
