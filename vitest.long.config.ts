import { defineConfig } from 'vitest/config'

// The exhaustive and fault runs of `npm run test:long`; one file at a time, so that load is ours.
export default defineConfig({
  test: {
    include: ['test/long/**/*.test.ts'],
    globalSetup: ['test/postgres-cluster.ts'],
    pool: 'forks',
    maxWorkers: 1,
    testTimeout: 1_500_000,
    hookTimeout: 120_000,
  },
})
